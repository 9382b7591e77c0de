namespace RunBackCare.Planning.Pain.Safety;

/// <summary>Words that look like a sign and are none. They count for nothing, so keep each of them narrow.</summary>
internal static class HarmlessWords
{
    public static readonly Terms All = new(
        """
        fell asleep | fall asleep | falling asleep | fallen asleep | fell behind | fall behind | fell short | fell in love | fell into place | fell out with | fall leaves | fall weather | fall colours | fall colors | fall race | leaves fall* | leaves fell | night fell | rain fell | snow fell | pace fell | temperature fell | fell off the wagon | fell off the plan |
        chest press | chest strap | chest of drawers | chest freezer | chest day | chest fly | chest expansion | chest opener* | off my chest | treasure chest |
        room temperature | air temperature | outside temperature | water temperature | temperature outside | temperature dropped | spring fever | race fever | running fever | football fever | fever pitch | hay fever | hayfever | cabin fever |
        flu/covid/tetanus/vaccine/vaccination/booster/insulin/b12/botox/dental injection/injections | fuel injection | injection moulding | cancer research | cancer charity | cancer awareness | cancer run | cancer walk | against cancer | cancer fundraiser | zodiac cancer | star sign cancer |
        lump sum | lump in my throat | lumps and bumps of | lumpy mattress | speed bump* | bumps in the road | bumpy | sugar lump* | lump of sugar/coal/rock/ice | unsteady pace/rhythm/weather/start/wifi/connection |
        resistance band | elastic band | rubber band | theraband | exercise band | it band | itb | the band played | wedding band | rock band | brass band | watch band | wrist band | headband | head band | armband | hr band | running belt | heart rate belt | hr belt | seat belt | seatbelt | belt bag | hydration belt | band walks | band exercises | band work | mini band |
        single leg balance | one leg balance | balance board | balance exercise/exercises/work/training | balance pad | new balance | work life balance |
        numb to the | mind numbing |
        heart rate | heart rate zone | by heart | take heart | lost heart |
        water bottle | bottle leaks/leaked/leaking/is/leak | shoe/shoes/bottle/roof/boot/boots/tap/pipe/tent/jacket/camelbak leak/leaks/leaked/leaking | leaking shoe/shoes/bottle/roof/boot/boots/tap/pipe | hydration bladder | water bladder | bladder pack | camelbak bladder | pissed off | pissing down | piss poor | weed killer | weeding | weeds |
        bottom of the hill/stairs/steps/page/garden/slope/road/mail/plan | rock bottom | bottom step | bottom line | butt kicks | kick butt | kicked my butt | ball of my foot | ball of the foot | balls of my feet | tennis balls | massage balls | rear foot | rear view | bum rap | bum bag | bumbag |
        dead bug | dead bugs | deadlift* | dead lift* | dead tired | dead battery | dead line | deadline | phone is/was/went dead | battery is/was/went dead | watch is/was/went dead |
        ring road | boxing ring | earring | strap on | shoe strap | night shift | night out | night run | head torch |
        slipped disc | slipped disk | slipped my mind | trip to | day trip | road trip | trip away | business trip | on a trip | work trip | weekend trip |
        pain relief | pain free | pain score | no pain no gain | pain killer* | pain [has/is/now/just] [now] fell/fallen/falling/falls | score fell | on 9/10 / 10 | 9/10 / 10 / 20* | 9/10/nine/ten [out] of 10/ten [planned/the] sessions/session/reps/runs/exercises/days/sets/minutes/walks
        """);
}
