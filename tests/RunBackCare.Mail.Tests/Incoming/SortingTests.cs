using System.Text;
using NodaTime;
using RunBackCare.Mail.Incoming;

namespace RunBackCare.Mail.Tests.Incoming;

/// <summary>What a message is taken for, and in which order the signs count.</summary>
public sealed class SortingTests
{
    private const string Reply = "reply+" + SampleWeeks.Token + "@reply.run.example.org";

    [Theory]
    [InlineData("")]
    [InlineData("X-Auto-Response-Suppress: All")]
    [InlineData("Precedence: bulk")]
    [InlineData("Precedence: list")]
    [InlineData("Auto-Submitted: no")]
    [InlineData("Return-Path: <ann@example.org>")]
    [InlineData("In-Reply-To: <week@run.example.org>")]
    [InlineData("Subject: Re: Undelivered Mail Returned to Sender")]
    [InlineData("Subject: Re: Out of office")]
    [InlineData("X-Priority: 1")]
    public void A_person_s_mail_is_a_reply_whatever_it_asks_of_others(string header) =>
        Assert.Equal("2, all done", Assert.IsType<IncomingMail.Reply>(Read(header)).Words.Own);

    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("Auto-Submitted: auto-generated")]
    [InlineData("Auto-Submitted: auto-replied; owner-email=\"ann@example.org\"")]
    [InlineData("X-Autoreply: yes")]
    [InlineData("X-Autorespond: holiday")]
    [InlineData("Return-Path: <>")]
    [InlineData("List-Id: <runners.example.org>")]
    [InlineData("Subject: Automatic reply: Your week")]
    [InlineData("Subject: Out of Office: Your week")]
    [InlineData("Subject: Automatische Antwort: Your week")]
    [InlineData("Subject: Abwesenheitsnotiz: Your week")]
    [InlineData("Subject: Réponse automatique : Your week")]
    [InlineData("Subject: Respuesta automática: Your week")]
    [InlineData("From: no-reply@example.org")]
    public void What_a_machine_wrote_is_never_read(string header) => Assert.NotEmpty(Assert.IsType<IncomingMail.AutoReply>(Read(header)).Why);

    [Theory]
    [InlineData("text/vnd.google.email-reaction+json", "a reaction without words")]
    [InlineData("text/calendar; method=REPLY", "a calendar's answer to an invitation")]
    public void One_press_of_a_button_is_no_answer(string part, string why) => Assert.Equal(why, Assert.IsType<IncomingMail.AutoReply>(IncomingReader.Read(Encoding.UTF8.GetBytes(
        $"From: ann@example.org\r\nTo: {Reply}\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nAnn pressed a button\r\n--b\r\nContent-Type: {part}\r\n\r\n{{}}\r\n--b--\r\n"))).Why);

    [Fact]
    public void Our_own_mail_that_comes_round_is_a_loop_though_it_calls_itself_automatic()
    {
        var raw = Raw("Auto-Submitted: auto-generated", "From: RunBackCare <plan@run.example.org>");

        Assert.IsType<IncomingMail.Loop>(IncomingReader.Read(raw, address => address == "plan@run.example.org"));
        Assert.IsType<IncomingMail.AutoReply>(IncomingReader.Read(raw));
    }

    [Fact]
    public void A_bounce_that_calls_itself_automatic_is_a_bounce()
    {
        var bounce = Assert.IsType<IncomingMail.Bounce>(IncomingReader.Read(Bounced("failed", "5.1.1", "smtp; 550 5.1.1 <ann@example.org>: Recipient address rejected: User unknown")));

        var recipient = Assert.Single(bounce.Recipients);
        Assert.Equal(("ann@example.org", "5.1.1", 550, BounceReason.UserUnknown, true), (recipient.Address, recipient.Status, recipient.ReplyCode, recipient.Reason, recipient.Hard));
        Assert.Equal([$"bounce+{SampleWeeks.Token}@bounce.run.example.org"], bounce.Head.Addressed);
        Assert.Equal("week@run.example.org", bounce.Original.MessageId);
        Assert.Equal(["ann@example.org"], bounce.Original.Recipients);
        Assert.Contains(Reply, bounce.Original.Addresses);
    }

    [Theory]
    [InlineData("failed", "5.2.2", "smtp; 552 5.2.2 Mailbox full", BounceReason.MailboxFull)]
    [InlineData("failed", "4.4.1", "X-Postfix; connect to mx.example.org: Connection timed out", BounceReason.Expired)]
    [InlineData("delayed", "4.1.1", "smtp; 450 4.1.1 User unknown", BounceReason.UserUnknown)]
    [InlineData("failed", "5.7.26", "smtp; 550-5.7.26 Unauthenticated email is not accepted due to domain's DMARC policy", BounceReason.AuthFailure)]
    [InlineData("failed", "5.7.25", "smtp; 550 5.7.25 The IP address sending this message does not have a PTR record setup", BounceReason.RequirePtr)]
    [InlineData("failed", "5.7.515", "smtp; 550 5.7.515 Access denied, sending domain does not meet the required authentication level", BounceReason.AuthFailure)]
    [InlineData("failed", "5.7.1", "smtp; 554 5.7.1 Message rejected as spam", BounceReason.SpamDetected)]
    [InlineData("failed", "5.7.1", "smtp; 554 5.7.1 Service unavailable; client host blocked using zen.example", BounceReason.Blocked)]
    [InlineData("failed", "5.0.0", "smtp; 550 User unknown (after DATA)", BounceReason.Filtered)]
    [InlineData("failed", "4.4.3", "smtp; Host or domain name not found. Name service error: try again", BounceReason.NetworkError)]
    [InlineData("failed", "5.2.1", "smtp; 550 5.2.1 This account has been disabled", BounceReason.Suspend)]
    [InlineData("delivered", "2.0.0", "smtp; 250 ok", BounceReason.Delivered)]
    public void Nobody_is_given_up_for_anything_but_a_dead_address(string action, string status, string said, BounceReason reason)
    {
        var recipient = Assert.Single(Assert.IsType<IncomingMail.Bounce>(IncomingReader.Read(Bounced(action, status, said))).Recipients);

        Assert.Equal(reason, recipient.Reason);
        Assert.False(recipient.Hard);
    }

    [Theory]
    [InlineData("5.1.2", "smtp; 550 5.1.2 Host unknown", BounceReason.HostUnknown)]
    [InlineData("5.4.4", "X-Postfix; Host or domain name not found", BounceReason.HostUnknown)]
    [InlineData("5.1.6", "smtp; 551 5.1.6 The user has moved", BounceReason.HasMoved)]
    [InlineData("5.1.10", "smtp; 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found", BounceReason.UserUnknown)]
    [InlineData("5.1.0", "smtp; 556 5.1.0 Null MX: the domain does not accept mail", BounceReason.NotAccept)]
    [InlineData("5.1.1", "", BounceReason.UserUnknown)]
    public void A_dead_address_is_hard(string status, string said, BounceReason reason)
    {
        var recipient = Assert.Single(Assert.IsType<IncomingMail.Bounce>(IncomingReader.Read(Bounced("failed", status, said))).Recipients);

        Assert.Equal(reason, recipient.Reason);
        Assert.True(recipient.Hard);
    }

    [Fact]
    public void A_plain_bounce_is_read_from_its_words()
    {
        var bounce = Assert.IsType<IncomingMail.Bounce>(IncomingReader.Read(Encoding.UTF8.GetBytes(
            "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example.net\r\nSubject: failure notice\r\nTo: bounce+x@bounce.run.example.org\r\n\r\nHi. I could not deliver your message to the following addresses. This is a permanent error.\r\n\r\n<ann@example.org>:\r\n192.0.2.1 does not like recipient.\r\nRemote host said: 550 no such user here\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nFrom: plan@run.example.org\r\nSubject: 5.1.1\r\n")));

        var recipient = Assert.Single(bounce.Recipients);
        Assert.Equal(("ann@example.org", BounceReason.UserUnknown, true), (recipient.Address, recipient.Reason, recipient.Hard));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_SES_tells_in_JSON_names_each_recipient_and_the_mail(bool wrapped)
    {
        var bounce = Assert.IsType<IncomingMail.Bounce>(IncomingReader.Read(FromSes($$"""
            {"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General","bouncedRecipients":[
              {"emailAddress":"ann@example.org","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"},
              {"emailAddress":"bob@example.org","action":"failed","status":"5.2.2","diagnosticCode":"smtp; 552 5.2.2 mailbox full"},
              {"emailAddress":"cat@example.org"}]},
             "mail":{"source":"bounce+{{SampleWeeks.Token}}@bounce.run.example.org","destination":["ann@example.org"],"headers":[{"name":"Reply-To","value":"{{Reply}}"},{"name":"Message-ID","value":"<week@run.example.org>"},{"name":"a b","value":"c"}]} }
            """, wrapped)));

        Assert.Equal(
            [("ann@example.org", "5.1.1", BounceReason.UserUnknown, true), ("bob@example.org", "5.2.2", BounceReason.MailboxFull, false), ("cat@example.org", null, BounceReason.Undefined, false)],
            bounce.Recipients.Select(r => (r.Address!, r.Status, r.Reason, r.Hard)));
        Assert.Equal("week@run.example.org", bounce.Original.MessageId);
        Assert.Equal(["ann@example.org"], bounce.Original.Recipients);
        Assert.Contains(Reply, bounce.Original.Addresses);
        Assert.Contains($"bounce+{SampleWeeks.Token}@bounce.run.example.org", bounce.Original.Addresses);
    }

    [Theory]
    [InlineData("""{"eventType":"DeliveryDelay","deliveryDelay":{"delayedRecipients":[{"emailAddress":"ann@example.org","status":"4.4.1","diagnosticCode":"smtp; 421 4.4.1 no answer"}]}}""", "4.4.1", BounceReason.Expired)]
    [InlineData("""{"notificationType":"Delivery","delivery":{"recipients":["ann@example.org"],"smtpResponse":"250 2.6.0 Message received"}}""", "2.6.0", BounceReason.Delivered)]
    [InlineData("""{"notificationType":"Bounce","bounce":{"bounceSubType":"NoEmail","bouncedRecipients":[{"emailAddress":"ann@example.org"}]}}""", "5.1.1", BounceReason.UserUnknown)]
    public void SES_tells_of_delays_and_arrivals_too(string notice, string? status, BounceReason reason)
    {
        var recipient = Assert.Single(Assert.IsType<IncomingMail.Bounce>(IncomingReader.Read(FromSes(notice))).Recipients);

        Assert.Equal(("ann@example.org", status, reason, reason == BounceReason.UserUnknown), (recipient.Address, recipient.Status, recipient.Reason, recipient.Hard));
    }

    [Fact]
    public void A_complaint_that_SES_passes_on_is_one()
    {
        var complaint = Assert.IsType<IncomingMail.Complaint>(IncomingReader.Read(FromSes(
            """{"notificationType":"Complaint","complaint":{"complainedRecipients":[{"emailAddress":"ann@example.org"}],"complaintFeedbackType":"abuse"},"mail":{"headers":[{"name":"Message-ID","value":"<week@run.example.org>"}]}}""")));

        Assert.Equal(("abuse", "week@run.example.org"), (complaint.Feedback, complaint.Original.MessageId));
        Assert.Equal(["ann@example.org"], complaint.Recipients);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{3}")]
    [InlineData("{\"notificationType\":3}")]
    [InlineData("{\"notificationType\":\"Hello\"}")]
    [InlineData("{\"Message\":\"{\"}")]
    public void Braces_alone_are_no_notice(string words) => Assert.IsType<IncomingMail.Reply>(IncomingReader.Read(FromSes(words)));

    [Theory]
    [InlineData("{\"notificationType\":\"Bounce\"}")]
    [InlineData("{\"notificationType\":\"Bounce\",\"bounce\":[],\"mail\":7}")]
    [InlineData("{\"notificationType\":\"Bounce\",\"bounce\":{\"bouncedRecipients\":{}},\"mail\":{\"headers\":[null,{}],\"destination\":[3]}}")]
    public void A_notice_that_names_nobody_is_a_bounce_of_nobody(string words) => Assert.Empty(Assert.IsType<IncomingMail.Bounce>(IncomingReader.Read(FromSes(words))).Recipients);

    [Fact]
    public void A_complaint_tells_who_and_about_which_mail()
    {
        var complaint = Assert.IsType<IncomingMail.Complaint>(IncomingReader.Read(Encoding.UTF8.GetBytes(
            $"From: fbl@isp.example\r\nTo: abuse@run.example.org\r\nSubject: FW: Your week\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThis is an email abuse report.\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\nOriginal-Mail-From: <bounce+{SampleWeeks.Token}@bounce.run.example.org>\r\nOriginal-Rcpt-To: <ann@example.org>\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <week@run.example.org>\r\nTo: ann@example.org\r\nReply-To: {Reply}\r\n\r\nTue 7\r\n--b--\r\n")));

        Assert.Equal("abuse", complaint.Feedback);
        Assert.False(complaint.IsAboutAuthentication);
        Assert.Equal(["ann@example.org"], complaint.Recipients);
        Assert.Equal("week@run.example.org", complaint.Original.MessageId);
        Assert.Contains($"bounce+{SampleWeeks.Token}@bounce.run.example.org", complaint.Original.Addresses);
    }

    [Fact]
    public void The_head_tells_who_wrote_when_and_to_which_addresses()
    {
        var head = Read($"Delivered-To: box@run.example.org\r\nX-Original-To: {Reply}\r\nMessage-ID: <a@phone>\r\nIn-Reply-To: <week@run.example.org>\r\nReferences: <old@run.example.org> <week@run.example.org>\r\nDate: Sun, 29 Nov 2026 20:00:00 +0100").Head;

        Assert.Equal("ann@example.org", head.From);
        Assert.Equal(["box@run.example.org", Reply], head.Addressed);
        Assert.Equal(("a@phone", "week@run.example.org"), (head.MessageId, head.InReplyTo));
        Assert.Equal(["old@run.example.org", "week@run.example.org"], head.References);
        Assert.Equal(new OffsetDateTime(new(2026, 11, 29, 20, 0), Offset.FromHours(1)), head.Date);
        Assert.False(head.ReturnPathIsEmpty);
    }

    [Theory]
    [InlineData("utf-8", "windows-1252")]
    [InlineData("utf-8", "utf-8")]
    [InlineData("us-ascii", "utf-8")]
    [InlineData("iso-8859-1", "utf-8")]
    [InlineData("iso-8859-1", "windows-1252")]
    [InlineData("nonsense", "utf-8")]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("utf-16", "utf-16")]
    public void Words_are_read_though_their_charset_is_declared_wrong(string declared, string real)
    {
        var body = CodePagesEncodingProvider.Instance.GetEncoding(real) ?? Encoding.GetEncoding(real);
        byte[] raw = [.. Encoding.ASCII.GetBytes($"From: ann@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset={declared}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(body.GetBytes("Rücken 3 – fast gut"))}\r\n")];

        Assert.Equal("Rücken 3 – fast gut", Assert.IsType<IncomingMail.Reply>(IncomingReader.Read(raw)).Words.Own);
    }

    [Fact]
    public void Lines_broken_on_the_way_are_put_together_again() =>
        Assert.Equal("pain was 3 on Tuesday\nand 2 today", Assert.IsType<IncomingMail.Reply>(IncomingReader.Read(Encoding.ASCII.GetBytes("From: ann@example.org\r\nContent-Type: text/plain; format=flowed\r\n\r\npain was \r\n3 on Tuesday\r\nand 2 today\r\n"))).Words.Own);

    [Fact]
    public void An_empty_plain_form_gives_way_to_the_page() =>
        Assert.Equal("2", Assert.IsType<IncomingMail.Reply>(IncomingReader.Read(Encoding.ASCII.GetBytes("From: ann@example.org\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n \r\n--b\r\nContent-Type: text/html\r\n\r\n<p>2</p>\r\n--b--\r\n"))).Words.Own);

    private static IncomingMail Read(string header) => IncomingReader.Read(Raw(header));

    private static byte[] Raw(string header, string from = "From: Ann <ann@example.org>")
    {
        var sender = header.StartsWith("From:", StringComparison.Ordinal) ? "" : $"{from}\r\n";
        var to = header.Contains("To:", StringComparison.Ordinal) && header.Contains("Delivered", StringComparison.Ordinal) ? "" : $"To: {Reply}\r\n";
        return Encoding.UTF8.GetBytes($"{header}{(header.Length > 0 ? "\r\n" : "")}{sender}{to}\r\n2, all done\r\n");
    }

    private static byte[] FromSes(string notice, bool wrapped = false)
    {
        var body = wrapped ? $$"""{"Type":"Notification","TopicArn":"arn:aws:sns:x","Message":{{System.Text.Json.JsonSerializer.Serialize(notice)}}}""" : notice;
        return Encoding.UTF8.GetBytes($"From: Notices <notices@sns.example.com>\r\nTo: bounces@run.example.org\r\nSubject: AWS Notification Message\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n{body}\r\n\r\n--\r\nIf you wish to stop receiving notifications from this topic, please click below.\r\n");
    }

    private static byte[] Bounced(string action, string status, string said) => Encoding.UTF8.GetBytes(
        $"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example.net (Mail Delivery System)\r\nTo: bounce+{SampleWeeks.Token}@bounce.run.example.org\r\nSubject: Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThis is the mail system at host mx.example.net.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\nFinal-Recipient: rfc822; ann@example.org\r\nAction: {action}\r\nStatus: {status}\r\n{(said.Length > 0 ? $"Diagnostic-Code: {said}\r\n" : "")}\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <week@run.example.org>\r\nFrom: RunBackCare <plan@run.example.org>\r\nReply-To: {Reply}\r\nTo: ann@example.org\r\n\r\nTue 7\r\n--b--\r\n");
}
