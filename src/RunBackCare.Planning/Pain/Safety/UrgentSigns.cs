using System.Collections.Immutable;
using RunBackCare.Planning.History;
using static RunBackCare.Planning.Pain.Safety.BodyWords;

namespace RunBackCare.Planning.Pain.Safety;

/// <summary>Level B: to be seen the same day.</summary>
internal static class UrgentSigns
{
    private static readonly Terms Fever = new(
        """
        fever* | feaver | febrile | flu like | flulike | flu symptom* | like [the] flu | temp/temperature [is/was/of/at/over/above/up] [to] 38/39/40/41/100/101/102/103/104 | high/raised/running/slight/bit temperature/temp | running a [high/slight/bit] [of] [a] temperature/temp | have/had/got/with a [high/slight/bit] [of] [a] temperature/temp |
        temperature is/was up/high | chills | shivers | shivering | shivery | shakes and | rigor* | night sweats | sweating at night | sweats at night | drenched at night | hot and cold | burning up |
        unwell | feel/feels/feeling/felt [very/really/so/quite/pretty/generally/properly/awfully] ill/poorly/lousy/rotten/rubbish all | feel/feels/feeling/felt [very/really/so/quite/pretty/generally/properly/awfully] ill/poorly | very/really/seriously ill/sick/poorly/unwell | feel/feels/feeling/felt really/very/so/generally/quite sick | generally sick
        """);

    private static readonly Terms WeightLoss = new(
        """
        weight loss | loss of weight | weightloss | lost [a/some/lots/so/quite/too] [lot/bit] [of/much] weight | lose/losing/loosing [a/some/lots/so/too] [lot/bit] [of/much] weight | weight [is/has/keeps/just] [been] drop*/fall*/fell | weight [is/has/keeps/just] [been] going down | dropping weight | dropped weight | shedding weight |
        lost [about/around/over/nearly/almost/some] 1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/20/one/two/three/four/five/six/seven/eight/nine/ten/half/several kg/kgs/kilo/kilos/pounds/lb/lbs/stone/pound | lost a stone | lost 2kg/3kg/4kg/5kg/6kg/7kg/8kg/9kg/10kg | getting thinner | clothes are [all/getting] [too] loose/baggy/big | clothes hang off | thinner without
        """);

    private static readonly Terms OnPurpose = new(
        "diet* | trying to lose | try to lose | goal | on purpose | want to lose | wanted to lose | would like to lose | hope to lose | hoping to lose | weight watchers | slimming | happy about | proud | planned | intend*");

    private static readonly Terms Unexplained = new(
        """
        unexplained | unexplain* | without [even] trying | not [even] trying/dieting/meaning | wasnt/havent/isnt/arent/hasnt [even] [been] trying/dieting | dont know why | no idea why | no [clear/good/obvious/apparent] reason | unintend* | unintention* | not on a diet | no diet | without meaning | without a diet | without dieting | cant explain | by itself | on its own
        """);

    private static readonly Terms Cancer = new(
        """
        cancer* | canser | tumour* | tumor* | oncolog* | chemo* | radiotherapy | radiation therapy | melanoma* | lymphoma* | leukaemia | leukemia | myeloma | metasta* | sarcoma | carcinoma* | malignan* | mastectomy | in remission
        """);

    private static readonly Terms Lump = new(
        """
        lump | lumps | new/strange/odd/hard bump | bump on/in/near/over/at [my/the] [lower/upper] back/spine | bulge on/in/near/over/at [my/the] [lower/upper] back/spine | growth on/in/near/over/at [my/the] [lower/upper] back/spine | swelling on/in/over/near/at/of/along [my/the] [lower/upper] back/spine | swollen back/spine | back/spine is swollen | bump/bulge/swelling has appeared |
        back/spine [has/is/looks/seems/got/gone/went/suddenly/now] [changed/a/gone/become/got/all] [very/new/different] crooked/bent/hunched/deformed/shape/twisted/curved/misshapen | shape of [my/the] back/spine | back/spine [has/is] changed shape | change/changed/changes in [the] shape | changed shape | hunch/hunchback/hunched | deform* | lost height | getting shorter | become/became/got shorter | step in my spine | new curve | spine sticks out | crooked spine/back | misshap*
        """);

    private static readonly Terms NightPain = new(
        """
        worse [when/while/if/for] [i] [am/im] [lying/laying/lie/lay] [down] at/in/during [the] night/nights | worse at/in/during/by [the] night/nights/bed | worse overnight | worse [when/while/if/on/whenever] [i/im] [am/try/to] lie/lying/laying/lay/lies | worse in bed | night pain* | nighttime pain* | night time pain* | nocturnal pain | pain* [is/was/gets/comes/mostly/mainly/only] [there/bad/awful/worst/mostly/worse] at/in/during/through/throughout [the] night/nights | hurt* [mostly/mainly/more/most/a/so] [lot/much] at night |
        hurt* [more/worse/most/a/so] [lot/much] lying/laying | hurt* [more/worse/most] [when/while/if] i lie/lay | pain* when/while/whenever lying/laying/i lie/i lay | pain* when/while/whenever i lie/lay/am lying/am laying | pain* lying/laying [down] | cant lie/lay [down/flat/on] | cannot lie/lay [down/flat/on] | cant find a/any comfortable position | no comfortable position | no position helps/eases/works | no position [that] helps/eases | lying/laying [down/flat] [is/makes/hurts] [it/the/agony/worse/pain/awful] [pain] worse/agony/unbearable | lying [down] hurts/makes |
        wakes/waking/woke/woken/wake/awoke/wakened me [up] | woken [up] by [the/my/back] [pain] | woke/wake/waking [up] because of [the/my] pain | woken at night | pain* [is/was/keeps/kept/still] [waking/woke/wakes] [me] up at night | wakes/woke/waking/keeps/kept/keeping me awake/up | kept awake | keeps me up | cant/couldnt/cannot sleep [at/all] [night/because/for/from/with/due] [of/to] [the/my] pain/back | cant/couldnt/cannot sleep .. pain | didnt sleep .. pain | no sleep .. pain | up all night with | awake all night with | awake with [the] pain | up all night .. pain
        """);

    private static readonly Terms NotEased = new(
        """
        not [eased/helped/relieved/better/easing/improved/improving] by/with/at/from/after rest/resting | isnt [eased/helped/relieved/better/easing] by/with/at/from/after rest/resting | not better [when/if/while] [i] [am] [at] rest/resting | rest/resting/lying doesnt/dosnt/didnt/isnt/hasnt/wont help/ease/helping/easing/make/change/helped/eased/relieve | rest/resting does/is/did/has not help/ease/helping/easing/helped/eased/relieve | rest makes no/it no/it worse | no relief | no better [for/with/after/from] rest/resting | even at rest | even when i rest | even when resting | even [when/if] [i] [am/im] resting | even [when/if] [im] lying/sitting still |
        pain* [even] at rest | hurts at rest | hurts even at rest | doesnt [ever/really] ease/let/go/settle/stop [off/up/away/down] [with/at/by/when/even/whatever] [rest/resting] | never eases/lets/goes/stops/settles [off/up/away] | nothing [i/that/i] [do/try/have/seems] [to/tried] eases/helps/works/touches/relieves/ease/help | nothing helps/eases/works/touches/relieves | whatever i do | no matter what i do/position | no matter how i lie/sit | unrelenting | relentless | unremitting | constant* [back/severe/bad/dull] pain [day/all/that/even/at/which/whatever/and] [and/day/night/rest] | pain [is/has/been/was] [been] constant | round the clock | around the clock | day and night | night and day | 24 / 7 | all day and [all] night
        """);

    private static readonly Terms SteadyNumber = new("constant at | constantly at | constant 0/1/2/3/4/5/6/7/8 | constant between");

    private static readonly Terms Bandlike = new("band | bandlike | banding | belt | beltlike | girdle | corset | hoop | vice | vise | strap | ring");

    private static readonly Terms Around = new("around | round | aroud | across | wraps | wrapped | wrapping | encircl* | circles | squeez* | tight* | like");

    private static readonly Terms BandPain = new(
        """
        pain* wraps/wrapping/wrapped [right/all] [the/around/round] | wraps [right/all] around/round my/the | girdle pain | band like pain* | bandlike pain* | band of pain* | belt of pain* | belt like pain* | pain* like a [tight] band/belt/girdle/corset/vice/strap/ring | pain* goes/going/runs/running/radiates/radiating/comes/coming/spreads/spreading [right/all] [the] [way] around/round | pain* right/all [the] [way] around/round | pain* around/round [from] [to] [my/the/both] [whole/entire/lower/upper] chest/trunk/torso/ribs/rib/waist/middle/stomach/tummy/belly/body/front/abdomen/sides |
        band [like] feeling/sensation/tightness | tight band around/round/across
        """);

    private static readonly Terms Unsteady = new(
        """
        unsteady | unsteadi* | unsteddy | not steady | un steady | stagger* | reeling | walk/walking/walked like [a/i/im/i] [am/was] drunk/drunken | as if drunk | like a drunk | cant/cannot walk straight/properly/normally | not walk straight/properly/normally | cant/cannot/couldnt [keep/hold] [my] balance | cant/cannot keep my balance | wobbl* [when/while/whenever/on] [i] walk*/feet | walk* [is/feels/has/got] [been/very/a] [bit] wobbl* | wobbly walk* | wobbly on my feet/legs | wobbly/wobbling legs | balance [is/has/feels/got/seems/was] [been/got/gone/very/really/all/a/completely] [bit] off/gone/bad/worse/terrible/poor/awful/rubbish/going | bad/poor/worse balance when |
        balance problem/problems/trouble/issues when/while/walking | balance problems | problem/problems with my balance | trouble with my balance | trouble walking straight | trouble walking | losing my balance [when/while] | lose my balance | lost my balance walking | lost my balance when walking | loss of balance | keep losing [my] balance | clumsy legs/feet/walking/on | legs [are/feel/have] [become/very/so] clumsy | clums* when i walk | stumbl* [a/all/when/while/every] [lot/the/i/time/walking] | keep stumbling/tripping | gait | not in control of my legs | legs [dont/wont/do/not] [not] do what | coordinat* .. walk* | walk* .. coordinat* | off balance when/walking | off balance | lurch*
        """);

    private static readonly Terms Fragile = new(
        """
        osteopor* | ostioporosis | osteoperosis | ostoporosis | osteopen* | brittle bones/bone | thin/weak/fragile bones | low bone density | bone density | steroid/steroids | prednisolone | prednisone | cortisone tablets | corticosteroid* | over 65 | over sixty five | older than 65 | 66/67/68/69/70/71/72/73/74/75/76/77/78/79/80/81/82/83/84/85 years | aged 66/67/68/69/70/71/72/73/74/75/76/77/78/79/80 | age 66/67/68/69/70/71/72/73/74/75/76/77/78/79/80 | im 66/67/68/69/70/71/72/73/74/75/76/77/78/79/80 | i am 66/67/68/69/70/71/72/73/74/75/76/77/78/79/80
        """);

    private static readonly Terms AnySlip = new("fell | fall | fallen | tripped | slipped | slip | tumble | tumbled | stumbled | bumped | knock | knocked | trip | bump | minor accident | landed | falls");

    private static readonly Terms Infection = new(
        """
        infection* | infected | infecton | abscess* | absess | sepsis | septic | cellulitis | discitis | osteomyelitis | tuberculosis | tb | uti | utis | cystitis | pneumonia | endocarditis | pus |
        immunosuppress* | immuno suppress* | immunocompromis* | immuno compromis* | immune compromised/deficien*/suppressed/suppressant* | immunodeficien* | weak/weakened/low/poor/bad/suppressed/compromised immune | weak/weakened/low/poor/lowered immunity | immune system is/has/was [very/been/so] weak*/low/poor/suppressed/bad/down/compromised | no immune system | immune suppress* | transplant* | hiv | aids | biologics | methotrexate |
        inject* | iv drug/drugs | intravenous drug/drugs | shoot/shooting/shot up | heroin | used/using/use [a/dirty/shared] needle/needles | dirty needle/needles | mainlin*
        """);

    private static readonly Terms WorstPain = new(
        """
        9/10/nine/ten over ten | nine/ten/9/10 outof 10/ten | worst pain [ever/of/i/in/imaginable] | worst pain | worst ever pain | pain is unbearable | unbearabl* | unbarable | intolerable | excruciat* | excrutiat* | excruitiating | agony | agonising | agonizing | screaming in/with pain | screamed with pain | crying with/in/from [the] pain | cant bear the pain | cant stand the pain | cannot bear | off the scale | through the roof
        """);

    private static readonly Terms NineOfTen = new("9/10/11/12/nine/ten [5] / 10 | 9/10/11/12/nine/ten [5] [out] of/on/from/outof 10/ten | nine/ten over ten");

    private static readonly Terms GoodThings = new(
        """
        energy | mood | motivation | sleep | slept | effort | rpe | weather | fun | happy | happiness | enjoy* | recommend* | rating | rate the plan | confidence | motivated | session/sessions | rep/reps | exercise/exercises | set/sets | sunshine | felt great | feel great | great run | would run again | days | date
        """);

    public static ImmutableArray<Sign> All { get; } =
    [
        new(SafetyLevel.B, "fever", Fever),
        new(SafetyLevel.B, "weight-loss", WeightLoss + Unexplained, new Way([WeightLoss]) { Unless = OnPurpose }),
        new(SafetyLevel.B, "cancer", Cancer),
        new(SafetyLevel.B, "lump", Lump),
        new(SafetyLevel.B, "night-pain", NightPain, new Way([NotEased]) { Unless = SteadyNumber }),
        new(SafetyLevel.B, "band-pain", BandPain, (Bandlike + Around + Trunk) with { Within = 6 }),
        new(SafetyLevel.B, "unsteady", Unsteady),
        new(SafetyLevel.B, "fragile-fall", new Way([AnySlip, Fragile]) { Anywhere = true }, new Way([AnyFall]) { OnlyOver65 = true }),
        new(SafetyLevel.B, "infection", Infection),
        new(SafetyLevel.B, SafetyScreen.WorstPain, WorstPain, (NineOfTen + Hurting) with { Within = 12 }, new Way([NineOfTen]) { Unless = GoodThings }),
    ];
}
