using RunBackCare.Planning.Pain.Symptoms;

namespace RunBackCare.Planning.Tests.Pain;

/// <summary>How people say what should be looked at without hurry, and what only sounds like it.</summary>
internal static class SymptomPhrases
{
    public static readonly (Symptom Symptom, string[] Said, string[] Harmless)[] All =
    [
        (Symptom.Numbness,
        [
            "tingling in my foot all week", "my left foot is numb", "pins and needles in my toes", "numbness down my right leg", "my calf has felt numb since Tuesday", "2, all done. Slight tingling in the big toe again", "my foot keeps going to sleep",
            "no feeling in my heel", "toes tingly after sitting", "numb patch on my thigh", "my lower back feels numb", "prickling in the sole of my foot",
        ],
        [
            "numb fingers from the cold", "fingers were numb with cold, 2", "the tingling in my foot is gone", "no tingling in my foot", "my foot is not numb", "mind numbing treadmill run, leg fine", "tooth still numb from the dentist, back 2", "fell asleep with my legs up",
            "no numbness or tingling in my legs", "toes froze numb in the snow", "tingly with excitement before the run", "numb to the rain, foot fine", "pins and needles in my stomach before the race",
        ]),
        (Symptom.BonePain,
        [
            "my shin hurts when I hop", "hopping hurts my foot", "pain in the shin at rest", "my foot aches when I am sitting", "heel throbs even when sitting", "sore ankle when hopping on it", "hip hurts when I hop", "my shin bone is sore when resting", "can't hop on my left leg", "foot pain while resting on the sofa",
            "it hurts when hopping",
        ],
        [
            "my back hurts when I hop", "hopping on the spot was fine", "hop on the bus, back 2", "hip hop class instead of the run", "no pain when I hop", "my shin doesn't hurt when I hop", "the shin is better at rest", "my foot is fine, rested on the sofa", "shin pain eases when I sit", "bar hopping on Saturday, 2", "bone tired, 2", "pain in my shin on the run, 3", "heel raises done, foot 1",
        ]),
        (Symptom.WokenByPain,
        [
            "the pain wakes me up", "my back woke me twice", "woken by pain every night", "back pain keeps me awake", "I wake up because of my back", "sleep broken by the pain", "can't sleep for the pain", "my hip keeps waking me", "woken up by my back again", "lying awake with back pain", "I woke at night from the pain",
        ],
        [
            "woke up with a 2", "the alarm woke me, back 2", "my dog woke me at 4, pain 2", "woke up pain free", "woke up fine", "slept badly because of the kids, back 2", "wakeful night before the race, 2", "awake early, ran before work, back 1", "back woke up nicely with the stretches", "pain 2 on waking", "the pain does not wake me", "woken by the baby",
        ]),
        (Symptom.WokenLateAtNight,
        [
            "my back wakes me at 4", "woken by pain in the early hours", "pain wakes me in the second half of the night", "the pain woke me around 3 am", "I wake up from the pain before dawn",
        ],
        ["woke at 4 for a run, back 2", "my back was 3 at 4 pm", "the cat wakes me at 4", "early morning run, 2", "back fine in the early hours", "run at 5, woke up with a 2", "before dawn run, pain 1", "the early hours suit me, back 1", "4 am flight, back 2", "up at 3 with the baby"]),
        (Symptom.BetterMoving,
        [
            "stiff every morning until I move", "stiff for an hour in the morning", "it is better once I get moving", "back eases when I am walking", "stiffness for 45 minutes after waking", "loosens up as soon as I move about", "moving helps",
        ],
        ["stiff shoes", "moving house, 2", "a bit stiff on Monday", "better this week", "my mood is better, 2", "walking was fine", "stiff climb", "ran better than last week", "no stiffness, 1", "moved the run to Friday"]),
        (Symptom.ButtockPain,
        ["pain in the left buttock", "my buttock aches", "glute pain on Thursday", "sore bum cheek", "deep ache in my buttocks"],
        ["glute bridges done", "glute stretch felt good", "bum bag rubbed", "left behind by the group, pain 2", "behind schedule, back 2", "no pain in the buttock", "kick butt session", "fell behind, sore legs", "got off my backside at last", "glutes worked hard"]),
        (Symptom.BetterWithTablets,
        ["ibuprofen helps", "it gets better with ibuprofen", "naproxen works well", "anti-inflammatories ease it", "gone after taking nurofen"],
        ["took ibuprofen for a cold", "ibuprofen on Monday", "no ibuprofen this week", "ran out of naproxen", "ibuprofen does nothing", "rest helps", "paracetamol helps", "I avoid anti-inflammatories", "no pills, 2", "the roller helps"]),
        (Symptom.InFamily,
        ["my father has ankylosing spondylitis", "my sister has psoriasis", "arthritis runs in the family", "mum had Crohn's disease", "brother with rheumatoid arthritis"],
        ["my father runs too", "ran with my sister", "family dinner, 2", "mum looked after the kids", "brother joined, back 1", "my son's birthday", "my parents visited", "dad says hi", "family walk on Sunday", "my daughter was ill"]),
        (Symptom.Arthritis,
        ["I have arthritis in my hands", "rheumatoid arthritis since 2015", "swollen joints again", "diagnosed with spondyloarthritis"],
        ["osteoarthritis in my knee", "no arthritis", "my mother has arthritis", "arthritis charity run", "dad's arthritis", "joint run with a friend", "swollen river, changed route", "my gran and aunt have arthritis", "hit a road joint", "not arthritis, the doctor said"]),
        (Symptom.Enthesitis,
        ["enthesitis at my heel", "the doctor called it enthesitis", "enthesopathy in both heels"],
        ["heel fine", "tendon stretched", "no enthesitis", "Achilles a bit tight", "heel drops done", "enthusiastic run", "ankle 1", "entire session done", "calf tight, 2", "plantar stretch done"]),
        (Symptom.Psoriasis,
        ["I have psoriasis", "psoriasis on my elbows", "psoriatic skin since school"],
        ["no psoriasis", "my sister has psoriasis", "dry skin from the cold", "sore skin from the strap", "itchy socks", "skin rubbed by the belt", "eczema on my hand", "sunburnt", "blister, 1", "psoas stretch done"]),
    ];

    /// <summary>What the words say of how long.</summary>
    public static readonly (string Said, int Days)[] Lasting =
    [
        ("tingling in my foot", 0), ("tingling in my foot on Tuesday", 0), ("tingling in my foot all week", 7), ("numb toes for a week now", 7), ("my calf has been numb for the past seven days", 7), ("pins and needles in my leg every day this week", 7), ("numb foot since last week", 7),
        ("numb foot for two weeks", 14), ("tingling toes for a fortnight", 14), ("tingling toes for weeks", 14), ("my thigh has been numb for over a month", 14), ("All week I ran well. Tingling in my foot on Friday", 0),
    ];
}
