using System.Collections.Immutable;
using RunBackCare.Planning.History;
using static RunBackCare.Planning.Pain.Safety.BodyWords;

namespace RunBackCare.Planning.Pain.Safety;

/// <summary>Level C: a clinician first.</summary>
internal static class BeforeStartingSigns
{
    private static readonly Terms Pregnant = new("pregnan* | pregant | im expecting | i am expecting | expecting a baby/child | expecting twins | baby on the way | baby is due | baby due | weeks gone | first/second/third trimester");

    private static readonly Terms Birth = new(
        """
        gave birth | given birth | giving birth | since [the/giving/my] birth | after [the/giving/my] birth | had a [new] baby | had our/my [first/second/third] baby/child | had a son/daughter | postpartum | post partum | postnatal | post natal | c section | caesarean | cesarean | caesarian | new mum/mom/mother | weeks/months after birth | breastfeeding
        """);

    private static readonly Terms SpinalSurgery = new(
        """
        spinal/spine/back/disc/disk/lumbar surgery/operation/op/fusion | surgery/operation/operated on/to/for [my/the] [lower/slipped/herniated] back/spine/disc/disk | operated on my [lower] back/spine | spinal fusion | fusion surgery | laminectomy | discectomy | microdiscectomy | micro discectomy | diskectomy | disc replacement | vertebroplasty | kyphoplasty | screws in my back/spine | rods in my back/spine
        """);

    private static readonly Terms Clinician = new("doctor | dr | gp | physio | physiotherapist | surgeon | consultant | specialist | osteopath | chiropractor | nurse | cardiologist | orthopaedist | therapist | hospital | midwife");

    private static readonly Terms NotToRun = new(
        "not to run | not run | shouldnt run | should not run | mustnt run | must not run | no running | stop running | cant run | cannot run | dont run | never run | not allowed to run | avoid running | give up running | against running | off running | no more running | rest from running | banned me from running | forbade running | not be running | not to be running");

    private static readonly Terms Told = new("told not to run | advised not to run | told to stop running | advised to stop running | advised against running | told me not to run | told i shouldnt run | told i should not run | told i cant run | not allowed to run | forbidden to run | banned from running | told no running");

    private static readonly Terms Heart = new(
        """
        palpitation* | palpatations | heart [is/was/keeps/started/has/just] [been/a] racing/pounding/fluttering/skipping/irregular/jumping | heart flutter* | heart skip* | irregular heart* | skipped beats | missed beats | heart condition/problem/problems/trouble/failure/disease/murmur/arrhythmia/symptoms | arrhythmia | atrial fibrillation | afib | cardiac | short* of breath at rest | breathless at rest
        """);

    private static readonly Terms Effort = new("run | running | ran | effort | exercise | exercising | walk | walking | uphill | hill | jog | jogging | session | sprint | stairs | interval | intervals | training");

    private static readonly Terms Fainted = new("faint* | passed out | pass out | blacked out | black out | nearly passed out | lost consciousness | collapsed | keeled over");

    private static readonly Terms Under18 = new(
        "im 12/13/14/15/16/17 | i am 12/13/14/15/16/17 | 12/13/14/15/16/17 years old | 12/13/14/15/16/17 year old | aged 12/13/14/15/16/17 | under 18 | under eighteen | im sixteen/seventeen/fifteen/fourteen | i am sixteen/seventeen/fifteen/fourteen | sixteen/seventeen/fifteen/fourteen years old | not yet 18 | turn 18 | not 18 yet");

    private static readonly Terms NotAge = new("km | k | miles | mi | min | mins | minutes | weeks | stone | kg");

    public static ImmutableArray<Sign> All { get; } =
    [
        new(SafetyLevel.C, "pregnant", Pregnant),
        new(SafetyLevel.C, "birth-within-year", Birth),
        new(SafetyLevel.C, "spinal-surgery", SpinalSurgery),
        new(SafetyLevel.C, "told-not-to-run", Told, (NotToRun + Clinician) with { Within = 8 }),
        new(SafetyLevel.C, "heart", Heart, (Fainted + Effort) with { Within = 8 }),
        new(SafetyLevel.C, "under-18", new Way([Under18]) { Unless = NotAge }),
    ];
}
