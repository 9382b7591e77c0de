using System.Collections.Immutable;
using RunBackCare.Planning.Pain.Safety;

namespace RunBackCare.Planning.Pain.Symptoms;

/// <summary>How people say each symptom, in the same notation as the safety signs.</summary>
internal static class SymptomWords
{
    private static readonly Terms Numb = new(
        """
        numb | numbness | numbish | nubm | tingle | tingles | tingling | tingly | tinglng | pins and needles | pins needles | pin and needles | prickling | prickly | no feeling/sensation in | lost [all/the/some] feeling/sensation in | loss of feeling/sensation in |
        less feeling/sensation in | cant/cannot feel my | goes/going/gone/went to sleep | falls/falling asleep | asleep | paraesthe* | paresthe*
        """);

    private static readonly Terms Limb = new(
        """
        leg | legs | foot | feet | toe | toes | bigtoe | heel | heels | sole | soles | ankle | ankles | shin | shins | calf | calves | knee | knees | thigh | thighs | hip | hips | lower back | low back | back | arm | arms | hand | hands | finger | fingers
        """);

    private static readonly Terms Hurting = new("pain | pains | painful | pian | hurt | hurts | hurting | ache | aches | aching | sore | tender | throb* | burns | burning");

    private static readonly Terms BonePart = new("shin | shins | shinbone | shin bone | tibia | fibula | foot | feet | midfoot | forefoot | heel | heels | heelbone | ankle | ankles | toe | toes | metatarsal* | bone | bones");

    private static readonly Terms LegPart = new("leg | legs | thigh | thighs | hip | hips | groin | femur | calf | knee | knees");

    private static readonly Terms HopHurts = new(
        """
        hop/hopping/hops [on/with] [it/that/the/my/one] [left/right] [leg/foot/side] [is/was/really/also/still/just] [very/so/really] hurt/hurts/painful/sore/agony | pain/pains/painful/hurt/hurts/sore/ache/aches/aching/tender .. when/if/whenever/while/on/with/from/by/as [i/im] [try/trying/tried] [to] hop/hops/hopping/hopped | cant/cannot/couldnt hop [on]
        """);

    private static readonly Terms Back = new("back | spine");

    private static readonly Terms Resting = new(
        """
        at rest | when/while/if [i/im/its] [am/is] resting/sitting/lying/laying | when/while i rest/sit/lie | even [when/while] [sitting/lying/resting/still] | sitting still | doing nothing | when/while [im/i] [am] not running/moving/walking | without running/moving | in bed | on the sofa
        """);

    private static readonly Terms Eases = new("eases | eased | better | settles | settled | goes | gone | calms | less | no pain | improves | improved | fine | stops");

    private static readonly Terms BoneHurts = new("bone pain | bony pain | pain* in/on/along [the/my] [shin/heel/foot/ankle/thigh/left/right] bone | bone [really/still/is/was/feels] [very/so] hurt/hurts/aches/aching/sore/painful/tender");

    private static readonly Terms Woken = new(
        """
        pain*/ache/back/leg/hip/hips/it/sciatica/which/that .. woke/wakes/waking/wakened/woken me | pain*/ache/back/leg/hip/sciatica .. keeps/kept/keeping me awake/up | woken/wakened [up] [at] [night/nights] [again] by/with/from/because [of] [the/my/a] [same/bad/lower/left/right] pain*/back/ache/leg/hip/hips/it/sciatica |
        wake/woke/waking/wakes/woken/awake [up] [at/in/every/each/most] [the/a] [night/nights] [again] because/from/due [to] [of] [the/my] [lower] pain*/back/ache/leg/hip/hips/sciatica | awake .. with/from/because [of] [the/my] [back] pain/pains/back/ache | sleep [is/was] [broken/interrupted/disturbed/ruined] by [the/my] [back/lower] pain*/back/ache | pain*/back/ache breaks/broke/interrupts/interrupted/disturbs/disturbed my sleep |
        cant/couldnt/cannot sleep .. pain*/back | pain*/back/ache .. cant/couldnt/cannot sleep
        """);

    private static readonly Terms LateAtNight = new("second half of the night | at/around/about/by/before 2/3/4/5 | 2am/3am/4am/5am/2/3/4/5 [00/30] am | early hours | small hours | early [in] [the] morning | towards morning | before dawn | from 2/3/4/5");

    private static readonly Terms BetterMoving = new(
        """
        better/easier/looser/ease/eases/eased/loosen/loosens/improves/goes [up/off/out/away] [a] [lot/bit] once/when/after/with/as/by/if .. mov*/walk*/going/exercis*/run*/active | stiff* .. until/till/before/unless .. mov*/walk*/going/up/loosen* | stiff* .. [for] half/an/one/two/30/45/60/90 [an/a] hour/hours/min/mins/minutes | moving/movement/walking/exercise/running [always/really] helps/eases/loosens
        """);

    private static readonly Terms Buttock = new("buttock* | butock* | glute | glutes | bum/butt cheek | bum | backside | behind");

    private static readonly Terms Tablets = new("ibuprofen | ibuprofin | nurofen | advil | naproxen | diclofenac | voltarol | voltaren | etoricoxib | celecoxib | anti inflammator* | antiinflammator* | nsaid*");

    private static readonly Terms Helps = new("help* | ease* | eases | better | work | works | worked | relief | reliev* | gone | settles | settled | calms | fixes | sorts");

    private static readonly Terms Relative = new("father/fathers | mother/mothers | dad/dads | mum/mums | mom/moms | brother/brothers | sister/sisters | son | daughter | parent | parents | runs in the/my family | family | uncle | aunt | grandfather | grandmother");

    private static readonly Terms Inflammatory = new("ankylosing | spondylitis | spondyloarth* | axspa | bechterew* | psoria* | crohn* | colitis | uveitis | iritis | arthritis | rheumatoid | reactive arthritis");

    private static readonly Terms Joints = new("arthritis | rheumatoid | spondyloarth* | ankylosing | swollen joints/knees/fingers");

    private static readonly Terms AtTendons = new("enthesitis | enthesopathy");

    private static readonly Terms Skin = new("psoriasis | psoriatic | psorasis | psoriasys");

    /// <summary>Words that look like one and are none.</summary>
    public static readonly Terms Harmless = new(
        """
        numb from/with/by [the] [ice/sheer/bitter] cold/ice/wind/snow/rain/frost/bike/handlebars | numb [fingers/hands/toes/feet] in the cold/snow/wind/rain | numb fingers/hands/toes/feet from [the] cold | fingers/hands/toes/feet [are/were/went/got] [all/so] numb from/with [the] cold | cold [and] numb | froze/frozen/freezing [and] numb | numb to | mind numbing | tingl* with excitement/joy | tingly with excitement |
        tooth/teeth/mouth/lip/jaw/gum/tongue [is/was/still/went] [still] numb | numb [mouth/lip/gum/jaw/tooth/cheek/after] the dentist | pins and needles in my stomach/tummy | fell asleep | fall asleep | falling asleep on | falls asleep on | needles from/of the pine/trees | pine needles |
        pain free | painfree | pain killer* | pain relief | back to back | back at | back to | back home | back in | back from | back on | came back | come back | went back | get back | got back | bring/brings back | hold/held/holding back | kick/kicked back | bone dry | bone idle | bone broth | bone tired | funny bone | dog bone | bones of | to the bone |
        hip hop | bar hop* | bunny hop* | island hop* | shop hop* | hop/hopped/hopping on/off/in/onto a/the/my bus/train/bike/tram/treadmill/tube/scale/scales | leg day | foot of | on foot | heel/toe raises/raise/lifts/walk/walks | toe box | heart hurts |
        foot care | between [both/my/the] legs/runs/sets | arthritis charity/research/run/fundraiser | psoriasis charity | left behind | fall/fell behind | behind schedule | behind me | behind the | get behind
        """);

    /// <summary>Said near by: it has come and gone.</summary>
    public static readonly Terms Over = new(
        "is/are/has/have/all gone | gone now | [has/have] gone away | went away | goes away quickly | has/have/had stopped | stopped after | has/have disappeared | cleared up | wore off | wears off | passed [off] quickly | passes quickly | fell asleep | used to | last year | years ago");

    public static ImmutableArray<(Symptom Symptom, ImmutableArray<Way> Ways)> All { get; } =
    [
        (Symptom.Numbness, [(Numb + Limb) with { Within = 6 }]),
        (Symptom.BonePain, [(HopHurts + BonePart) with { Within = 8 }, (HopHurts + LegPart) with { Within = 8 }, new Way([HopHurts]) { Unless = Back }, (Hurting + BonePart + Resting) with { Within = 6, Unless = Eases }, (BoneHurts + Resting) with { Within = 6, Unless = Eases }]),
        (Symptom.WokenByPain, [new Way([Woken])]),
        (Symptom.WokenLateAtNight, [(Woken + LateAtNight) with { Within = 8 }]),
        (Symptom.BetterMoving, [BetterMoving]),
        (Symptom.ButtockPain, [(Hurting + Buttock) with { Within = 4 }]),
        (Symptom.BetterWithTablets, [(Tablets + Helps) with { Within = 5 }]),
        (Symptom.InFamily, [(Relative + Inflammatory) with { Within = 6 }]),
        (Symptom.Arthritis, [new Way([Joints]) { Unless = Relative }]),
        (Symptom.Enthesitis, [AtTendons]),
        (Symptom.Psoriasis, [new Way([Skin]) { Unless = Relative }]),
    ];
}
