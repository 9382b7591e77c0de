namespace RunBackCare.Planning.Tests.Pain;

/// <summary>How people say each sign, and what only sounds like one.</summary>
internal static class SafetyPhrases
{
    public static readonly (string Sign, string[] Said)[] Emergency =
    [
        ("saddle-numbness",
        [
            "numb between my legs since Tuesday", "Tingling in my groin", "My bottom has gone numb", "pins and needles around my genitals", "can't feel when I wipe", "I cannot feel it when I wipe myself",
            "no feeling down there", "my private parts feel numb", "the area between my legs and my bum is numb", "I've lost feeling in my buttocks", "numbness round the back passage", "saddle numbness",
            "my crotch is tingling", "It's numb. I mean between my legs it is numb", "between my legs it feels dead", "dont feel anything between my legs", "numbnes between the legs", "I can't really feel the toilet paper", "Numb betwen my legs",
            "not numb in my foot but between my legs", "vagina feels numb", "strange tingling around my anus",
        ]),
        ("bladder",
        [
            "I don't notice when I need to pee", "they gave me a catheter", "I wet myself", "can't pee", "I have trouble starting to pee", "I can't hold my urine", "leaking urine", "lost control of my bladder", "I can't feel when I'm peeing", "I don't feel the need to wee any more",
            "unable to pass water", "cannot stop peeing once I start", "incontinent since Sunday", "urinary retention", "I keep leaking when I run", "I've peed myself twice", "difficulty urinating", "my blader is numb", "couldn't start weeing this morning", "can't empty my bladder",
        ]),
        ("bowel",
        [
            "lost control of my bowels", "I soiled myself", "I pooed myself on the run", "can't hold my poo", "loss of bowel control", "bowel incontinence", "no control over my bowels", "I shat myself", "I can't feel my bowels", "had leaking stool", "can no longer control my stools", "I've been losing control of my bowel",
        ]),
        ("both-legs",
        [
            "both legs are weak", "both my legs are numb", "pain down both legs", "both legs hurt a lot", "my legs are weak", "tingling in both feet", "both of my legs give way", "numbness in the left and right leg", "legs are both painful", "sciatica in both legs now", "pins and needles in both thighs", "My legs gave way", "first one leg and now the other leg aches and is numb, both sides",
        ]),
        ("leg-weakness",
        [
            "I keep tripping because my foot won't lift", "my toes don't lift any more", "my foot is dropping", "foot drop", "I have a drop foot", "my left leg is getting weaker by the day", "my leg gave way", "can't lift my foot", "I can't lift my toes", "my foot drags", "dragging my right foot", "sudden weakness in my leg", "my foot slaps the ground", "I'm losing strength in my leg", "tripping over my own toes", "leg weakness", "can't walk on my heels",
        ]),
        ("sexual-function",
        [
            "I can't get an erection", "lost my erections", "erectile dysfunction since last week", "can't get it up any more", "no feeling during sex", "sex feels numb", "I cannot get hard", "trouble with erections", "suddenly impotent", "can't orgasm",
        ]),
        ("chest-pain",
        [
            "chest pain", "my chest hurts when I run", "tight chest on the second run", "pain in my chest", "pressure on my chest", "My chest feels tight", "chest pains yesterday", "tightness across my chest", "I think I had a heart attack", "never had chest pain like this", "crushing pain in the middle of my chest",
        ]),
        ("accident",
        [
            "fell down the stairs", "I had a bad fall", "car accident on Monday", "I was hit by a car", "fell off my bike", "knocked off my bike", "fell off a ladder", "I fell hard on my back", "I was in an accident", "came off my horse", "I slipped and fell heavily", "I fell on Tuesday and my back has been hurting since", "crashed my car", "I fell from the roof",
        ]),
        ("tearing-pain",
        [
            "tearing pain in my back", "ripping pain in my belly", "it feels like something is tearing in my stomach", "sudden back pain and I nearly fainted", "belly pain and I feel faint", "terrible stomach pain, then I passed out", "the pain is like tearing", "back pain and light-headed", "severe abdominal pain and dizzy",
        ]),
    ];

    public static readonly (string Sign, string[] Said)[] Urgent =
    [
        ("fever",
        [
            "flu-like and back pain", "flu symptoms and a sore back", "I have a fever", "fever and chills", "running a temperature", "I feel unwell", "temperature of 39", "I've got a high temperature", "shivering all night", "night sweats", "feverish since Monday", "I'm feeling very ill", "no run this week, fever", "no pain but a fever", "feel really poorly", "fever? yes", "No fevr? I do have a feever",
        ]),
        ("weight-loss",
        [
            "I've lost a lot of weight", "losing weight without trying", "unexplained weight loss", "weight is dropping", "lost 5 kg and don't know why", "I have lost weight", "lost a stone", "my weight keeps falling", "loosing weight for no reason", "not trying to lose weight, but I am losing weight",
        ]),
        ("cancer",
        [
            "I had breast cancer five years ago", "history of cancer", "I've had a tumour", "I was treated for cancer", "had chemo in spring", "in remission from lymphoma", "my oncologist", "I had melanoma", "prostate cancer survivor",
        ]),
        ("lump",
        [
            "there is a lump on my back", "new lump near my spine", "a bump on my spine", "my back looks crooked", "my spine has changed shape", "swelling over my spine", "my back is hunched", "bulge on my lower back", "I've lost height",
        ]),
        ("night-pain",
        [
            "pain is worse at night", "worse lying down", "it hurts more lying down", "rest doesn't help", "the pain wakes me up", "pain at night", "can't sleep because of the pain", "not eased by rest", "nothing helps", "constant pain day and night", "keeps me awake", "no position helps", "woken by pain every night", "even at rest it hurts", "worse when I lie down", "pain wont go away even at rest",
        ]),
        ("band-pain",
        [
            "pain around my ribs", "pain all the way round", "pain round the whole trunk", "band-like pain round my trunk", "a tight band around my chest", "pain like a belt around my waist", "pain wraps around my ribs", "it feels like a band round my middle", "pain goes right round to the front", "girdle pain", "pain going around my stomach",
        ]),
        ("unsteady",
        [
            "I'm unsteady on my feet", "unsteady walking", "I walk like a drunk", "can't walk straight", "keep losing my balance", "wobbly when I walk", "my balance is off", "I stagger", "stumbling a lot", "walking feels wobbly", "balance problems", "clumsy legs",
        ]),
        ("fragile-fall",
        [
            "I have osteoporosis and slipped on the ice", "osteoporosis. I tripped over the dog", "I'm 72 years old and had a small fall", "on steroids for years and I fell over", "brittle bones and a little fall", "I take prednisolone; I tripped on a root", "I am 70 and stumbled and fell",
        ]),
        ("infection",
        [
            "I had a kidney infection", "weak immune system", "I inject drugs", "immunosuppressed", "recent infection", "I have HIV", "had a UTI last week", "had an injection in my back", "on immune suppressants", "infected wound", "my immunity is low because of a transplant", "used a needle, heroin",
        ]),
        ("worst-pain",
        [
            "9/10", "pain 10 out of 10", "nine out of ten", "10 of 10", "worst pain ever", "the pain is unbearable", "excruciating", "pain is 9 out of 10", "agony", "9 / 10 after 5 km", "ten out of ten pain",
        ]),
    ];

    public static readonly (string Sign, string[] Said)[] BeforeStarting =
    [
        ("pregnant", ["I'm pregnant", "I am 12 weeks pregnant", "we are expecting a baby", "baby is due in May", "just found out I'm pregnant!"]),
        ("birth-within-year", ["I gave birth in June", "had a baby three months ago", "I'm postpartum", "had a C-section", "six weeks after the birth", "I'm a new mum"]),
        ("spinal-surgery", ["I had spinal surgery", "they operated on my back", "back surgery in 2020", "spinal fusion", "had a microdiscectomy", "surgery on my spine"]),
        ("told-not-to-run", ["my doctor told me not to run", "the physio said no running", "my GP says I shouldn't run", "advised against running", "I was told to stop running", "surgeon: not to run for now"]),
        ("heart", ["palpitations when I run", "I fainted on the run", "my heart is racing for no reason", "I passed out after the session", "I have a heart condition", "irregular heartbeat", "blacked out running uphill"]),
        ("under-18", ["I'm 16", "I am 17 years old", "I'm under 18", "15 years old", "im seventeen"]),
    ];

    /// <summary>Ten or more for each level that must not be flagged at all.</summary>
    public static readonly string[] Harmless =
    [
        "numb fingers from the cold", "no numbness", "no numbness or tingling between my legs", "I have no numbness between my legs", "not numb between the legs", "legs dead tired after the run", "one calf is sore",
        "my phone went dead halfway", "both runs done, back 2", "both legs sore from squats", "tired legs, 2", "legs heavy on Thursday", "no leg weakness", "my legs are not weak", "did the dead bug, 2",
        "stopped for a pee in the park, 2", "my water bottle is leaking", "my shoes leak", "pissing down with rain, ran anyway", "needed the loo before the run", "wet shoes, wet socks, all done",
        "no chest pain", "I have no chest pain", "chest press done", "HR chest strap broke", "my pace fell on the hill", "fell asleep on the sofa", "my pain fell from 4 to 2", "accidentally ran 2 km more", "fall leaves everywhere, lovely run", "no falls",
        "weak wifi today", "tore my leggings", "no fever", "I have no fever", "no fever or chills", "fever: none", "fever? no", "not feverish", "hay fever", "a chilly morning", "fewer runs this week", "chill run, 2",
        "I'm trying to lose weight", "weight loss is my goal", "no weight loss", "cancer charity run on Sunday", "I ran for cancer research", "no cancer", "a lump sum", "speed bump on the road", "no lumps",
        "pain around 2", "pain round about 3", "lump of sugar", "unsteady pace", "slept well at night", "3 last night", "woke up with a 2", "constant 2 all week", "pain constant at 2", "it eases with rest", "resistance band exercises done", "IT band stretched", "HR belt slipped around my chest",
        "one leg balance is wobbly", "New Balance shoes", "balance board session done", "no infection", "flu jab on Monday, 2", "9 of 10 reps done", "10/10 session, loved it", "energy 9/10", "all 10 of 10 exercises", "Tue 3, Wed 1", "2, all done",
        "pain free", "no pain", "back 3, knee 2", "10k today, pain 2", "L5/S1 fine", "skipped Thursday", "ill since Monday", "had a cold", "limped on Thursday, 5", "heart rate 150", "my doctor says running is fine", "physio told me to run slowly", "ran 16 km", "16 min run, 2", "the number is 2", "numbers: 2,3,1",
    ];

    public static readonly string[] StillSigns =
    [
        "no pain but numb between my legs", "no fever and numb between my legs", "not only numb but tingling between my legs", "no numbness until today, now my groin is numb", "never had chest pain like this", "I can't say I have no fever", "not sure, numb between the legs maybe",
        "Fever? No\nNumb between my legs", "no run, numb in my groin", "no numbness, but I wet myself", "no improvement in the numbness between my legs", "numb between my legs, no fever", "not without chest pain", "my cat has a fever", "No, chest pain", "no. chest pain", "no idea why, my groin is numb",
    ];
}
