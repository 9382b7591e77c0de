using System.Collections.Immutable;
using RunBackCare.Planning.History;
using static RunBackCare.Planning.Pain.Safety.BodyWords;

namespace RunBackCare.Planning.Pain.Safety;

/// <summary>Level A: go now.</summary>
internal static class EmergencySigns
{
    /// <summary>Numb there is the sign above, and not one of the legs.</summary>
    private static readonly Terms Between = new("between [both/my/the/his/her] legs | betwen [my/the] legs | inbetween [my/the] legs");

    private static readonly Terms SaddleNumbness = new("saddle numbness | saddle anaesthesia | saddle anesthesia | saddle paraesthesia | saddle paresthesia | numb bum | numb bottom | numb crotch");

    private static readonly Terms WetMyself = new(
        """
        loss of bladder/urine control | lost/lose/losing/loosing bladder/urine control | wet myself | wet my self | wetting myself | wet my pants/trousers/underwear/knickers/bed/shorts/leggings | wetting the bed | wet the bed | peed/pee/peeing myself | peed/peeing my pants/self | weed/wee/weeing myself | pissed/pissing/piss myself | pissed my pants |
        had/have an accident in my pants/trousers/underwear/bed | catheter* | incontinen* | incontinan* | incontenen* | incontinet | urinary retention | urine retention | retention of urine | overflow incontinence | weak bladder | bladder weakness |
        bladder isnt/not working/right | bladder stopped | bladder problem/problems/trouble/issues/dysfunction/control | trouble with my bladder | problem/problems with my bladder/waterworks/urine/peeing/weeing | neurogenic bladder | full bladder .. not |
        leak* [a/some/a] [bit/little] when/while i/running/coughing/sneezing/laughing/jumping | leak* urine/pee/wee | urine/pee/wee [is/keeps/just] leak* | im leaking | i am leaking | i leak | i leaked | i keep leaking | i have been leaking | ive been leaking | leaking down below/there | started leaking |
        need to strain | straining to | strain to pee/wee/urinate | no urge to pee/wee/urinate/go | dont know when i need/have to go/pee/wee | cant tell when i need/have to go/pee/wee | dont feel the need to go/pee/wee | dont feel when i need/have to |
        cant pee/wee/urinate | cant go for a wee/pee | cannot pee/wee/urinate | havent peed/weed/urinated | havent been able to pee/wee/urinate/go | not been able to pee/wee/urinate/go | stream is/has weak* | weak stream | stopped being able to pee/wee
        """);

    private static readonly Terms Soiled = new(
        """
        loss of bowel/bowels control | lost/lose/losing/loosing bowel/bowels control | soil* myself/my | soiled | messed myself/my | mess myself | poo/pooed/pood/poop/pooped/pooing/pooping myself | poo/pooed/pooped/pooing/pooping my pants/self | poo/poop in my pants/underwear | shit/shat/shitted myself | shit/shat my pants | crapped myself/my |
        bowel/bowels incontinence/accident/accidents/problem/problems/trouble/dysfunction/leakage/issues | faecal/fecal incontinence/leakage | bowels moved/move/open/opened/go without | bowels dont work | trouble with my bowels | problem/problems with my bowels |
        accident/accidents on the way to the toilet/loo/bathroom | didnt make it to the toilet/loo/bathroom | dont make it to the toilet/loo/bathroom | no control over my bowels/toilet | skid marks without | cant hold it in | cant hold my poo/poop/stool/stools/bowels/motions |
        dont know when i need a poo/poop | dont feel when i poo/poop/go
        """);

    private static readonly Terms FootDrop = new(
        """
        foot drop | footdrop | foot/feet/toes wont/doesnt/dont/cant/cannot/didnt [really/properly] lift/raise/pick/move [up] | drop foot | dropfoot | dropped foot | drop-foot | foot/feet/toes [is/are/keeps/keep/has/started/just/was/were] [been/started/to] drop* | foot/feet/toes [is/are/keeps/keep/has/started/just/was/were] [been/started] drag* | foot/feet [is/are/keeps/keep/has/started/just] slap* | foot/feet [is/are/keeps/keep/just] flop* | floppy foot/feet |
        drag/drags/dragging/dragged [my/the/a/one] [left/right] foot/feet/leg/toes | leg is dragging | leg drags | slapping foot | toes catch* | toes keep catching | catching my toes | tripping over my [own/left/right] toes/foot/feet | trip over my [own/left/right] toes/foot/feet | tripping over my toes |
        cant/cannot/couldnt [properly/really] lift/raise/move/pull [up] [my/the] [left/right/big] foot/feet/toes/toe/ankle/leg/legs | unable to lift/raise/move [my/the] [left/right/big] foot/feet/toes/toe/ankle/leg/legs | can not lift/raise/move [my/the] [left/right/big] foot/feet/toes/toe/leg/legs | cant walk on my heels/toes | cannot walk on my heels/toes
        """);

    private static readonly Terms WeakLeg = new(
        """
        leg weakness | leg/thigh/foot/ankle [is/feels/felt/has/went/keeps/gone/getting/got/just/seems/was] [been/become/gone/got/getting/very/really/so/suddenly/much/a/all] [bit/very/lot] weak/weaker/weaken* | weak/weaker leg/legs | weakness in/of/down [my/the/one/a] [left/right/whole] leg/legs/foot/feet/thigh |
        leg/knee/legs [just/keeps/kept/has/suddenly] [just] give/gives/gave/giving/given way/out | leg/legs [just/keeps/kept] buckl* | leg/legs [just/keeps/kept] collaps* | losing strength in [my/the] [left/right] leg/foot/legs | lost [all] strength in [my/the] [left/right] leg/foot/legs | lost [the] power in [my] [left/right] leg/legs/foot |
        cant/cannot/couldnt move [my/the] [left/right] leg/legs/foot | leg [is/went/has] paralys* | leg [is/went] paralyz* | leg doesnt/wont work/hold/move/respond | leg stopped working | leg has no strength/power | no strength/power in my [left/right] leg/legs/foot
        """);

    private static readonly Terms Sexual = new(
        """
        erection/erections/erect | erectile | impoten* | cant get hard | cannot get hard | cant get it up | cannot get it up | not get hard | orgasm* | climax* | ejaculat* | sexual function/dysfunction/feeling/sensation/problems
        """);

    private static readonly Terms SexualLoss = new(
        """
        cannot | cant | no | lost | loss | losing | loosing | not | dont | unable | trouble | difficult* | problem/problems | dysfunction* | gone | without | stopped | stops | numb | hard to | weak* | fail* | doesnt | suddenly | new
        """);

    private static readonly Terms SexualLossSaid = new(
        """
        erectile dysfunction/problems/trouble | impoten* | cant get hard | cannot get hard | cant get it up | cannot get it up | sexual dysfunction | sex feels/is/went numb/different/like nothing | no feeling during sex | lost feeling during sex | cant feel anything during sex | cannot feel anything during sex | cant feel sex | loss of libido and feeling
        """);

    private static readonly Terms Sex = new("sex | intercourse | making love | intimacy");

    private static readonly Terms ChestPain = new(
        """
        chest pain* | chestpain* | pain* in/across/on/around/behind [my/the] chest/breastbone/sternum/heart | chest [has/is/was/feels/felt/got/really/keeps/just/started/starts] [been/was/very/so/really/a] [bit] hurt* | chest [is/was/feels/felt/got/went/really] [very/really/so/a] [bit] tight* | tight* in/across/around [my/the] chest | tight chest |
        chest tight* | chest pressure | pressure in/on/across [my/the] chest | chest [is/feels/felt/was] [very/really/so] heavy | heaviness in [my/the] chest | chest [is/was] ach* | chest ache* | ache in my chest | hurts in my chest | hurt in my chest | crush* chest | crushing [pain/feeling] in | crushing pain | squeezing in my chest | chest discomfort | discomfort in my chest | stabbing in my chest | chest [is/was] burning |
        heart attack | angina | chset pain* | chest pian | cheast pain | heart hurts/hurt | pain in my heart | pain .. left arm | pain .. jaw and arm
        """);

    private static readonly Terms Accident = new(
        """
        car/bike/bicycle/motorbike/motorcycle/cycling/road/traffic/ski/skiing/riding/horse/bus/train/lorry/van/scooter/serious/bad/nasty/terrible/major/horrible [road/traffic/car] accident/crash/collision/smash/wreck | rta | was in an/a accident/crash/collision | had an accident | been in an/a accident/crash | had an/a [bad/serious/nasty] accident/crash | accident with/on [my/the/a] [car/bike/bicycle/motorbike/scooter/horse] |
        hit by [a/the] [car/bike/van/lorry/truck/bus/cyclist/motorbike/scooter/taxi/train/tram] | run over by | got run over | been run over | knocked down | knocked off my bike/bicycle | came off my bike/bicycle/motorbike/horse | come off my bike/bicycle/horse | crashed [my/the] [car/bike/bicycle/motorbike] | whiplash | rear ended
        """);

    private static readonly Terms BigFall = new(
        """
        fell/fallen/fall/falling/fel/tumbled/slipped/tripped/tumble [all/right/straight/backwards/badly/over] [the/way] down [the/some/a/my/our/whole] [flight/of/set/few] [of/the] [stairs/steps/staircase/stair/slope/hill/bank/hole/ladder/mountain/cliff] | fell/fallen/fall/falling/tumbled/slipped [right/straight] off [a/the/my/our] [ladder/roof/bike/bicycle/horse/wall/chair/table/scaffold*/stool/cliff/rock/platform/kerb/motorbike/scooter] | fell/fallen/fall/falling from [a/the/my/some] [great/big] [height/ladder/roof/horse/tree/wall/bike/window/balcony/loft/scaffold*] |
        fell/fallen/fall/landed/falling/tripped/slipped [very/really/quite/so/and/over] [fell] hard/heavily/badly/awkwardly | bad/nasty/serious/heavy/big/hard/terrible/awful/horrible/major fall/tumble | fell [flat/hard] on/onto [to/my/the] [lower] back/bottom/spine/tailbone/coccyx/concrete | landed [hard] on my [lower] back/bottom/spine/tailbone/coccyx/bum | fall on my back | serious fall
        """);

    private static readonly Terms Injury = new("hurt* | injur* | pain* | agony | cant move | cannot move | cant walk | cannot walk | cant stand | worse | hospital | ambulance | broken | fractur* | since");

    private static readonly Terms TearingPain = new(
        """
        tearing/ripping [kind/type/sort/sharp/severe/of] [of] pain*/feeling/sensation | pain [is/was/feels/felt/like] [like/a/something/being] tearing/ripping | feels/felt/feeling like [something/it/my/the/i] [back/belly/stomach/is/was] [is/was/being/am] [being] tear*/rip*/torn | torn apart | ripped apart | tearing apart | ripping apart | tearing/ripping through | tearing/ripping in
        """);

    private static readonly Terms SuddenPain = new("sudden/severe/terrible/awful/intense/massive/excruciating [severe/terrible/intense] [back/belly/stomach/abdominal/tummy] pain | belly pain | stomach pain | abdominal pain | tummy pain | pain in [my/the] [lower] belly/stomach/abdomen/tummy/back | back pain | back hurt* | stomach hurt* | belly hurt*");

    public static ImmutableArray<Sign> All { get; } =
    [
        new(SafetyLevel.A, "saddle-numbness", Numb + Saddle, (Dead + Saddle) with { Within = 3 }, CannotFeel + Saddle, CannotFeel + Wiping, Numb + Wiping, SaddleNumbness),
        new(SafetyLevel.A, "bladder", WetMyself, (Cannot + ControlVerbs + Urine) with { Within = 5 }, (CannotFeel + Urine) with { Within = 5 }, (LostControl + Urine) with { Within = 5 }, (Numb + Urine) with { Within = 5 }),
        new(SafetyLevel.A, "bowel", Soiled, (Cannot + ControlVerbs + Stool) with { Within = 5 }, (CannotFeel + Stool) with { Within = 5 }, (LostControl + Stool) with { Within = 5 }, (Numb + Stool) with { Within = 5 }),
        new(SafetyLevel.A, "both-legs", (Weak + BothLegs) with { Within = 6 }, (Numb + BothLegs) with { Within = 6 }, (Hurting + BothLegs) with { Within = 6 }, (Weak + ManyLegs) with { Within = 5 }, (Numb + ManyLegs) with { Within = 5, Unless = Between }),
        new(SafetyLevel.A, "leg-weakness", WeakLeg, FootDrop),
        new(SafetyLevel.A, "sexual-function", SexualLossSaid, (SexualLoss + Sexual) with { Within = 4 }, (Numb + Sex) with { Within = 4 }, (CannotFeel + Sex) with { Within = 4 }),
        new(SafetyLevel.A, "chest-pain", ChestPain),
        new(SafetyLevel.A, "accident", Accident, BigFall, (AnyFall + Injury) with { Within = 10 }),
        new(SafetyLevel.A, "tearing-pain", TearingPain, (SuddenPain + Faint) with { Within = 12 }),
    ];
}
