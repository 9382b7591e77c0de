namespace RunBackCare.Planning.Pain.Safety;

/// <summary>Words that several signs share: what it feels like, where, and what no longer works.</summary>
internal static class BodyWords
{
    public static readonly Terms Numb = new(
        """
        numb | numbness | numbed | numbing | numbish | nubm | nubmness | num | tingl* | tinglng | pins and needles | pins needles | prickl* | fizzing | deadened | no feeling | no sensation | lost [all/the/my] feeling/sensation | loss of feeling/sensation | loosing/losing [all/the/my] feeling/sensation |
        less feeling/sensation | reduced feeling/sensation | altered feeling/sensation | changed sensation | odd sensation | feel/feels/felt nothing | no longer feel | feels like cotton wool |
        like cotton wool | anaesthe* | anesthe* | insensitiv* | desensiti* | paraesthe* | paresthe*
        """);

    /// <summary>Said of the saddle area these mean numb; said of a runner's legs they mean tired.</summary>
    public static readonly Terms Dead = new("dead | gone to sleep | went to sleep | goes to sleep | asleep | odd | strange | weird | woolly");

    public static readonly Terms CannotFeel = new(
        """
        cannot/cant/couldnt/cnat [really/properly/even] feel/sense | can not [really/properly] feel/sense | could not [really/properly] feel/sense | unable to feel/sense | not able to feel/sense |
        no longer feel/sense | hardly/barely/scarcely feel/sense | hardly/barely felt |
        dont/doesnt/didnt [really/even] feel/sense it/anything/much/my/the/when/if/properly/that/whether | do/does/did not [really/even] feel/sense it/anything/much/my/the/when/if/properly/that/whether |
        dont/doesnt/didnt/never [really/even/always] notice when/if/whether | do/does/did not [really/even/always] notice when/if/whether | never feel when/it | feel nothing | felt nothing | have/has no feeling | no feeling/sensation | lost [all/the/my] feeling/sensation | stopped feeling
        """);

    /// <summary>Saddle area. "Groin" is in it: people say groin and mean genitals.</summary>
    public static readonly Terms Saddle = new(
        """
        between [both/my/the/his/her] legs/thighs/buttocks/cheeks/leg | betwen [my/the] legs | inbetween [my/the] legs | in between [my/the] legs/thighs | genital* | genitles | genatals | private/privates parts/part/area/bits |
        privates | lady bits/parts | down there | down below | nether regions | intimate area/parts | saddle area/region/numbness/zone/anaesthesia/anesthesia | saddle | crotch | groin/groins |
        perine* | perinium | vagin* | vulva* | labia | clitor* | penis* | scrot* | testic* | balls | willy | buttock* | butock* | butt/butts | bottom | bum/bums | backside | my behind | arse | ass |
        rear end | my rear | anus | anal | back passage | rectum | rectal | bumhole | butthole | asshole | where i sit | sitting area | inner thighs/thigh | seat area | undercarriage | loins
        """);

    public static readonly Terms Wiping = new("wip*ing | wipe/wipes/wiping/wiped | toilet/loo paper | paper when i");

    public static readonly Terms Urine = new(
        """
        pee | peeing | pees | peed | wee | weeing | wees | weed | urin* | urinat* | uriante | pass/passing/passed [any/my] water/urine | waterworks | bladder* | blader | piss | pissing | go to the toilet/loo/bathroom |
        going to the toilet/loo/bathroom | tinkle
        """);

    public static readonly Terms Stool = new(
        """
        bowel* | bowl/bowels movement/control | bowles | poo/poop/pooh/poos/pooing/pooping | stool/stools | faec* | fec* | motions | shit/shitting | crap | number two | bum leaks | back passage | rectum | anus | sphincter
        """);

    public static readonly Terms Cannot = new(
        """
        cannot | cant | can not | could not | couldnt | cnat | unable | not able | no longer | trouble | difficult* | struggl* | hard to | hard time | hardly | barely | impossible | fail* to | wont | doesnt want |
        not managing | dont manage | havent been able | problem/problems [to/with] starting/stopping/holding
        """);

    public static readonly Terms ControlVerbs = new(
        """
        start* | stop* | hold* | begin* | control* | empty* | pass | passing | go | pee | peeing | wee | weeing | urinate* | urinating | feel* | tell | sense | keep | retain | squeeze | get/getting going
        """);

    public static readonly Terms LostControl = new(
        """
        lost [all/the/some/full] control | lose [all/the/some/full] control | loses control | losing [all/the/some/full] control | loosing control | lost my control | loss of [any/all] control | no control | no longer [have] control | out of control |
        incontinen* | incontinan* | incontenen* | incontinet | leak* | dribbl* | accident/accidents | dont control | not control | poor control | less control | lack of control | without control
        """);

    public static readonly Terms BothLegs = new(
        """
        both [of/my/the/his/her] legs/thighs/calves/feet/sides | both [of] my/the legs/thighs/calves/feet | legs both | legs are both | two legs | each leg | either leg | left and right leg/legs | right and left leg/legs | both left and right |
        both lower limbs | both limbs | one leg and [now/then] the other | one leg then the other | other leg too | other leg as well | the other leg now | bilateral* | both calfs | both leg | legs too both | down the legs both
        """);

    public static readonly Terms ManyLegs = new("legs | lower limbs | lower body");

    public static readonly Terms Weak = new(
        """
        weak | weaker | weakness | weakened | weakening | waek | give/gives/giving/gave way | give/gives/gave/giving out | given way | buckl* | collaps* | paralys* | paralyz* | paralis* | lost/losing/no/less strength | lost/losing [the] power | no power | powerless |
        not hold me | wont hold me | cant hold me | dont hold me | stop/stopped/stops working | dont work | not working | wont work | cannot move | cant move | unable to move | rubbery
        """);

    public static readonly Terms Hurting = new(
        """
        pain | pains | painful | painfull | pian | paining | hurt | hurts | hurting | ache | aches | aching | ached | achy | agony | sciatica* | shooting | burning | throbbing | electric shocks/shock | sore back
        """);

    public static readonly Terms Trunk = new(
        """
        chest | trunk | torso | ribs | rib cage | ribcage | waist | middle | midriff | stomach | tummy | belly | abdomen | abdominal | body | upper body | side to side | round to the front | around to the front
        """);

    public static readonly Terms Faint = new(
        """
        faint* | passed out | pass out | passing out | blacked out | black out | blackout | blacking out | dizz* | light headed* | lightheaded* | lost consciousness | losing consciousness | unconscious | collaps* | keel* over | swoon* | went white | cold sweat | clammy | woozy
        """);

    /// <summary>Told as something that happened: "pain fell to 2" is no fall.</summary>
    public static readonly Terms AnyFall = new(
        """
        i [just/also/recently/actually/then/have/had] fell/slipped/tripped/tumbled/stumbled/fallen | ive fallen/slipped/tripped | ive had a [small/little/minor/slight] fall/slip/tumble/trip | had/took/after/since/following/with a/the/my/this/that [small/little/minor/slight/silly] fall/tumble/trip/slip/stumble | a/my [small/little/minor/slight] fall/tumble | fell [over/down/on] |
        fallen over | slipped on/over/and/in | tripped over/on/up/and | after falling | after slipping | after tripping | stumbled and | knocked over | landed on my | fall at home | had falls | falls lately
        """);
}
