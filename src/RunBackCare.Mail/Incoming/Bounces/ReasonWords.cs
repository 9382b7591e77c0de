using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace RunBackCare.Mail.Incoming.Bounces;

/// <summary>
/// The words by which servers say why. The order is the meaning: what tells more stands above what tells less, and what lies with us or with the mail stands
/// above "user unknown", so that nobody is given up for our own fault.
/// </summary>
internal static class ReasonWords
{
    private static readonly ImmutableArray<(BounceReason Reason, Regex Words)> Table =
    [
        Row(BounceReason.MailerError, "procmail|x-unix;|\\bpipe to\\b|command (output|died)|mailer error"),
        Row(BounceReason.MailboxFull, """
            (mail)?box (is |was )?(currently )?(full|over)|over ?quota|quota (is |has been )?(exceed|full|limit)|exceed\w* .{0,40}(quota|storage|mailbox (size|limit))|mail ?folder is full|(in)?box.{0,40}out of storage|out of storage space|
            insufficient (mailbox|user)|(mailbox|account|user).{0,50}(is |are )?(full|exceeded|over (its |their |the )?(quota|limit))|storage (limit|allocation|quota)|not enough (storage|space)|mailbox size limit|disk quota|user.{0,20}has too many messages|
            bo(î|i)te.{0,30}pleine|quota d(é|e)pass|postfach.{0,20}voll|buz(ó|o)n.{0,20}lleno|casella.{0,20}piena|почтовый ящик.{0,20}переполнен
            """),
        Row(BounceReason.ExceedLimit, "message length exceeds administrative limit|exceeds administrative"),
        Row(BounceReason.MesgTooBig, """
            message (size )?(exceed|is |was )?.{0,12}(too (large|big|long)|max\w* (message )?size)|(message|mail|header) (size|line).{0,20}(limit|exceed)|size exceeds|exceeds?.{0,30}(max\w*|fixed) .{0,20}size|line limit exceeded|message too (large|big)|size limit
            """),
        Row(BounceReason.SecurityError, "unauthenticated senders? (is |are )?not allowed|authentication (is )?required|must authenticate|authenticated? (first|smtp)|delivery not authorized|verification failure|not authorized to send|auth(entication)? failure"),
        Row(BounceReason.AuthFailure, """
            \bdmarc\b|\b(spf|dkim)\b.{0,50}(fail|record|check|not|invalid|bad|error|required|did|soft)|(fail\w*|bad|invalid|no valid|missing).{0,30}\b(spf|dkim)\b|unauthenticated (e-?mail|mail|message)|sender is unauthenticated|authentication checks? failed|authentication (information|level)|sender policy framework|5\.7\.5(09|15)
            """),
        Row(BounceReason.NotCompliantRfc, "duplicate header|not (rfc|compliant)|rfc ?(5321|5322|2822)\\b|multiple addresses in from|id=\\d+-\\d+ - spam|bare lf|malformed (header|message)|missing.{0,20}(header|message-id)|illegal (header|from)"),
        Row(BounceReason.RequirePtr, """
            reverse[- ](dns|lookup|resolv|address|hostname|path)|\brdns\b|\bptr\b|fcr?dns|(invalid|no|missing|without|valid).{0,20}reverse|cannot find your (reverse )?(hostname|host name)|mismatches client ip|can(no|')t resolve your|does not resolve|unresolv\w+ (address|host|client)|
            client host rejected: cannot find|all sending (mail )?servers? .{0,40}dns|forbidden by invalid|ip (address )?(name )?lookup failed|dns name (could|can)
            """),
        Row(BounceReason.Suspend, """
            (account|mailbox|user|recipient|inbox|box)\b.{0,60}\b(disabled|suspended|deactivated|locked|discontinued|terminated|on hold|inactivated|expired|blocked due to inactivity)|(disabled|suspended|locked|deactivated|inactive) (user|account|mailbox|recipient)|
            account that you tried to reach is (disabled|inactive)|disableduser|temporary locked|mailbox unavailable or access denied|vdelivermail: account is locked|mailbox disabled|account (is )?(currently )?(inactive|closed)
            """),
        Row(BounceReason.HasMoved, "has moved|(mailbox|user|account|recipient|address).{0,30}(was|been|is) moved|no longer (on (this )?server|at this|here|with|work|employ|available here)|not our customer|new (e-?mail )?address (is|:)|address has (been )?changed|changed (his|her|their) (e-?mail )?address|has been replaced by"),
        Row(BounceReason.NotAccept, "null ?mx|domain .{0,60}(does ?n.t|does not|never) (receive|accept) (e-?)?mail|host does not accept mail|does not (accept|receive) (any )?(e-?)?mail|no mail (is )?accepted|couldn.t find a mail exchanger or ip|mx or srv record indicated no smtp|no host found for existing smtp|accepts? no mail|smtp service (is )?not (offered|provided)|mx points to"),
        Row(BounceReason.NoRelaying, """
            relay(ing)?( access)? (is )?(denied|not (permitted|allowed|authorized)|prohibited|forbidden|rejected|attempt)|not (configured|permitted|allowed|authorized) to relay|do(es)? not relay|no relay|unable to relay|cannot relay|insecure mail relay|rcpthosts|relay not permitted|
            not a (gateway|relay)|will not relay|we don.t relay|relay from .{0,60} denied
            """),
        Row(BounceReason.BadReputation, "reputation|unexpected volume or user complaints|poor (score|standing)|senderscore|user complaints"),
        Row(BounceReason.Rejected, """
            (sender|from|mail from|originator|return|envelope)( (e-?mail )?address|domain)?( was| is)?( been)? (rejected|refused|denied|invalid|not (accepted|allowed|valid|verified))|domain of sender|sender (verif|domain|does not)|(rejected|refus\w+|reject) mail from|server rejected mail from|
            sender was rejected|does not exist \(mail|sender.{0,40}(does not exist|not found)|may not exist, or you may not have permission|permission to post|(sender|you).{0,40}not (allowed|authori[sz]ed|permitted) to (send|post|mail)|address .{0,40}not listed .{0,20}sender|backscatter
            """),
        Row(BounceReason.Blocked, """
            blocked (using|by|from|for|-)|block ?list|black ?list|\b(dns)?rbl\b|\bdns-?bl\b|(is|are|been|was) (listed|blocked)|spamhaus|spamcop|sorbs|barracudacentral|client host.{0,60}(rejected: (blocked|.{0,10}(ip|access))|blocked)|
            \bip\b.{0,60}\b(blocked|refused|banned|denied|not allowed|rejected|blacklist)|banned|open relay|invalid ip for sending|smtp server of your isp|\(bl\)|server access.{0,40}forbidden|access from .{0,40}(denied|refused)|connections? (will )?not (be )?accepted|
            refused to talk to me|service refused|service refuse|sc-00[14]|error - blocked|invalid domain name|your (host|server|network|address|ip).{0,40}(reject|refus|denied|block)|connection (was )?(denied|dropped due)|go away|dynamic (ip|address)
            """),
        Row(BounceReason.Speeding, "at a rate that|rate limit|sending rate|sent too many|throttl|too (fast|quickly)|exceeded the (max\\w*|allowed) (number|rate)|receiving.{0,20}too (many|quickly)|slow down|too many (messages|e-?mails|mails)|messages? (per|an) hour"),
        Row(BounceReason.TooManyConn, "too many (connections|recipients|sessions|concurrent|simultaneous)|connection (frequency|rate|count)|concurrent (connection|session)|max\\w* (number of )?connections|frequency limited"),
        Row(BounceReason.VirusDetected, "virus|infected|malware|trojan|mcspamsignature|worm\\b|dangerous (attachment|content)"),
        Row(BounceReason.SpamDetected, "\\bspam|\\bube\\b|\\buce\\b|unsolicited|junk (mail|e-?mail)|bulk (e-?)?mail|message content (rejected|refused)|content (was )?(rejected|refused|looks)|looks like|classified as|spamassassin|suspicious (content|message)|advertis"),
        Row(BounceReason.PolicyViolation, "polic(y|ies)|potential(ly)? (security|harmful)|presents a potential|protocol violation|prohibited|not permitted|security reasons|violat|restricted (content|attachment)|attachment.{0,30}(not|block|reject)|client host rejected: #"),
        Row(BounceReason.ContentError, "headers? too (large|long|many)|media (error|not supported)|(invalid|bad|improper|unsupported).{0,15}(mime|encoding|character|charset|content|header)|conversion|8bitmime|too many (mime|received)|body (is )?type"),
        Row(BounceReason.HostUnknown, """
            host (or domain name |name )?(is )?(not found|unknown|does not exist)|all host address lookups failed|unrout(e)?able address|unknown (host|domain)|no such (domain|host)|domain (name )?(not found|unknown|does not exist|is not reachable|.{0,40}n.t exist)|name service error|nxdomain|non-?existent (host|domain|mx)|
            (unrouteable|unroutable) (mail )?domain|couldn.t find any host|bad destination (system|host)|illegal host|host\/domain|domain does( not|n.t) exist|no (mx|a|dns) record|all relevant mx records point to|lookup of .{0,80}(nxdomain|no relevant answers)|unknown mail host|cannot resolve (the )?(host|domain)|
            invalid (recipient )?domain|server not found|домен не
            """),
        Row(BounceReason.UserUnknown, """
            (user|account|recipient|mailbox|address|alias|addressee|person|customer|subscriber|local[- ]?part|login|destinataire|usuario|utente|benutzer|empf(ä|a)nger)( name| address| account)?( is| was| has)?( been)?( not)? ?.{0,3}(unknown|not found|not exist|n.t exist|not known|not recogni[sz]ed|invalid|not valid|removed|deleted|inconnue?|desconocido|sconosciuto|unbekannt)|
            unknown (or illegal |virtual |local |e-?mail )?(user|recipient|account|address|mailbox|alias|local[- ]?part|addressee|login|rcpt)|(no|not a) such (an? )?(user|recipient|mailbox|account|address|person|local|alias|e-?mail|addressee|employee|contact|name|inbox|customer)|
            (account|mailbox|recipient|user|address|inbox|e-?mail)\b.{0,60}(does ?n.t exist|does not exist|do(es)? not exist|cannot be found|could ?n.t be found|could not be found|not be found|not found|n.est pas|non esiste|no existe|existiert nicht|не существует|не найден)|
            doe?s ?n.t have an? .{0,60}account|does not have an? .{0,60}account|invalid (recipient|mailbox|user|address|e-?mail|local)|not a valid (recipient|mailbox|user|address|e-?mail)|(bad|illegal|invalid) (destination )?(mailbox|recipient|address)( address)?|
            no mailbox here|mailbox (is )?(unavailable|not available|not found)|not (a known|listed in|our|recognized|one of our) ?(user|public|customer|recipient)?|recipient(s)? not (found|recognized|recognised|valid)|recipientnotfound|recipnotfound|recipient name is not|
            adresse.{0,40}(invalide|inconnue|d.?au moins un destinataire)|destinataire.{0,20}(invalide|inconnu)|inactive e-?mail address|no valid (recipients?|hosts?)|unknown recipient|(?<!recipient )address rejected|does not like recipient|delivery to .{0,60}no user|
            rcpt .{0,40}(not (accepted|found|exist)|unknown)|nosuchuser|no account (by|here|with)|there is no (user|account|one)|user has no|name not (known|found)|is no longer valid|check if address is correct|and other recipients in the same domain|несуществующ|такого пользователя|пользователь не|不存在|无此用户|存在しません|見つかりません
            """),
        Row(BounceReason.Filtered, "(has )?filtered|only accept(s|ing)|refused by (the )?recipient|blocked by (the )?recipient|rejected by (the )?(recipient|user)|not (pre-?)?approved|white ?list|challenge|not accepting (messages|mail) from"),
        Row(BounceReason.SystemFull, "insufficient (system|disk) (storage|space|resource)|insufficient disk|disk (is )?full|no space left|out of (disk|memory)|not enough disk"),
        Row(BounceReason.Expired, """
            expired|timed? ?out|time-?out|retry time|queue too long|too long in (the )?queue|been in (the )?queue|not (yet )?been delivered|could not be delivered (for|within|after)|(undelivered|unable to deliver|not delivered).{0,40}(for|after|within|in) .{0,12}(day|hour|minute)|
            delivery (time|attempts?) (exceeded|expired)|delivery (temporarily|has been) (suspended|delayed)|max\w* (retries|delivery)|cannot send message (for|within)|did not accept our requests to connect|not respond|has been delayed|keeps? being deferred|no answer from host|lifetime
            """),
        Row(BounceReason.NetworkError, "\\bloops?\\b|hop count|too many hops|network (is )?(unreachable|error|down)|no route|connection (refused|lost|reset|was closed|closed|died|broken|aborted|dropped)|dns (error|lookup|server|problem)|host.{0,30}unreachable|lost connection|could not connect|couldn.t connect|connect to .{0,80}(refused|unreachable)|establish an? smtp"),
        Row(BounceReason.MailerError, "procmail|\\bpipe to\\b|command (output|failed|died)|x-unix|mailer error|exit (status|code)|exited|maildrop|generated by|local delivery agent|delivery agent|\\.forward|sieve"),
        Row(BounceReason.SystemError, """
            (internal|local|temporary|system|server|configuration|config|unexpected|technical|resources?).{0,24}(error|problem|fail\w*|config|unavailable)|service (is )?(currently |temporarily )?(not )?(un)?available|transaction failed|temporar(y|ily) (fail|defer|unavail|reject)|could not load|
            try again later|try later|\bldap\b|remote protocol error|multiple retries|out of order|cannot (append|open|create|process)|lock(ed|ing)? (file|error)|queue file
            """),
        Row(BounceReason.Rejected, "access denied|not accepted|rejected|refused|denied|not allowed"),
    ];

    /// <param name="words">In lower case, on one line, without addresses.</param>
    /// <returns>Null where no words are known.</returns>
    public static BounceReason? Find(string words, Situation situation)
    {
        if (words.Length == 0)
        {
            return null;
        }

        foreach (var (reason, pattern) in Table)
        {
            if (pattern.IsMatch(words))
            {
                return InSituation(reason, words, situation);
            }
        }

        return null;
    }

    /// <summary>The same words mean less where the server had taken the recipient before, or speaks only for now.</summary>
    private static BounceReason? InSituation(BounceReason reason, string words, Situation situation) => reason switch
    {
        BounceReason.UserUnknown when situation.Command is "MAIL" or "HELO" or "CONN" => BounceReason.Rejected,
        BounceReason.UserUnknown when !IsOfAddress(words, situation) => BounceReason.Filtered,
        BounceReason.HostUnknown when situation.IsTemporary => BounceReason.NetworkError,
        BounceReason.Rejected when words.Contains("recipient address rejected", StringComparison.Ordinal) && words.Contains("access denied", StringComparison.Ordinal) && !situation.IsTemporary => BounceReason.UserUnknown,
        BounceReason.Rejected or BounceReason.SystemError when StatusReasons.Find(situation.Status) is { } told and not (BounceReason.SecurityError or BounceReason.SystemError) => told,
        BounceReason.Expired when StatusReasons.Find(situation.Status) is BounceReason.NetworkError && situation.Status is not ['4', ..] => BounceReason.NetworkError,
        _ => reason,
    };

    /// <summary>
    /// Many servers, of phones above all, say "user unknown" after the whole mail for what a person's filter refused: only the answer to RCPT, or a status that
    /// speaks of the address, is one about the address.
    /// </summary>
    private static bool IsOfAddress(string words, Situation situation) =>
        situation.Command is "RCPT"
        || situation.SpeaksOfAddress
        || situation.Status is ['5', '.', '4' or '5', ..]
        || (situation.Code is null && situation.Command is null && situation.Status is null && LocalUser.IsMatch(words))
        || (situation.Code is not null && AlwaysTheUser.IsMatch(words));

    /// <summary>Without any server's answer it is the reporting system's own word.</summary>
    private static Regex LocalUser { get; } = Words("recipient name is not|not listed in|no valid recipients|unknown local[- ]?part|no mailbox here|unknown recipient|check if address is correct|other recipients in the same domain|could ?n.t be found|unknown user: |user .{0,20}not found");

    private static Regex AlwaysTheUser { get; } = Words("this user doesn.t have an? .{0,60}account.{0,80}\\[|account that you tried to reach does not exist|recipientnotfound|nosuchuser|user not found|no mailbox here by that name|user unknown in (virtual|local|relay)|unknown user: \"");

    private static (BounceReason, Regex) Row(BounceReason reason, string words) => (reason, Words(words));

    private static Regex Words(string words) =>
        new(words.Replace("\n", "", StringComparison.Ordinal), RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Compiled, TimeSpan.FromMilliseconds(Patterns.Milliseconds));
}
