using RunBackCare.Mail.Incoming.Words;

namespace RunBackCare.Mail.Tests.Incoming;

/// <summary>What people write is told from what their programs put around it.</summary>
public sealed class OwnWordsTests
{
    private const string Quoted = "\n> Tue 7\n> Wed 8\n";

    [Theory]
    [InlineData("On Sun, 29 Nov 2026 at 17:00, RunBackCare <plan@run.example.org> wrote:")]
    [InlineData("On Nov 29, 2026, at 5:00 PM, RunBackCare <plan@run.example.org> wrote:")]
    [InlineData("On 29/11/2026 17:00, RunBackCare wrote:")]
    [InlineData("On Sunday, November 29th, 2026 at 5:00 PM, RunBackCare <plan@run.example.org> wrote:")]
    [InlineData("On Sun, Nov 29, 2026 at 5:00 PM RunBackCare <\nplan@run.example.org> wrote:")]
    [InlineData("On Sun, Nov 29, 2026 at 5:00 PM RunBackCare <plan@run.example.org>\nwrote:")]
    [InlineData("On Sun, Nov 29, 2026 at 5:00 PM Some Person With A Very Long Name\nFrom An Even Longer Department\n<plan@run.example.org>\nwrote:")]
    [InlineData("On 2026-11-29 17:00, plan@run.example.org wrote:")]
    [InlineData("--- On Sun, 11/29/26, RunBackCare <plan@run.example.org> wrote:")]
    [InlineData("RunBackCare <plan@run.example.org> wrote:")]
    [InlineData("RunBackCare wrote on 29.11.2026 17:00:")]
    [InlineData("*On Sun, 29 Nov 2026 at 17:00, RunBackCare <plan@run.example.org> wrote:*")]
    [InlineData("At 17:00 29/11/2026, you wrote:")]
    [InlineData("In a message dated 29/11/2026 17:00:00, plan@run.example.org writes:")]
    [InlineData("Quoting RunBackCare <plan@run.example.org>:")]
    [InlineData("Am 29.11.2026 um 17:00 schrieb RunBackCare <plan@run.example.org>:")]
    [InlineData("Am So., 29. Nov. 2026 um 17:00 Uhr schrieb RunBackCare <\nplan@run.example.org>:")]
    [InlineData("RunBackCare <plan@run.example.org> schrieb am So., 29. Nov. 2026, 17:00:")]
    [InlineData("Zitat von RunBackCare <plan@run.example.org>:")]
    [InlineData("Le dim. 29 nov. 2026 à 17:00, RunBackCare <plan@run.example.org> a écrit :")]
    [InlineData("Le 29/11/2026 à 17:00, RunBackCare a écrit :")]
    [InlineData("El dom, 29 nov 2026 a las 17:00, RunBackCare (<plan@run.example.org>)\nescribió:")]
    [InlineData("El 29/11/2026 a las 17:00, RunBackCare escribió:")]
    [InlineData("Em dom., 29 de nov. de 2026 às 17:00, RunBackCare <plan@run.example.org>\nescreveu:")]
    [InlineData("Il giorno dom 29 nov 2026 alle ore 17:00 RunBackCare <\nplan@run.example.org> ha scritto:")]
    [InlineData("Op zo 29 nov. 2026 om 17:00 schreef RunBackCare <plan@run.example.org>:")]
    [InlineData("Den sön 29 nov. 2026 kl 17:00 skrev RunBackCare <plan@run.example.org>:")]
    [InlineData("Den søn. 29. nov. 2026 kl. 17.00 skrev RunBackCare <plan@run.example.org>:")]
    [InlineData("søn. 29. nov. 2026 kl. 17:00 skrev RunBackCare <plan@run.example.org\n>:")]
    [InlineData("su 29. marrask. 2026 klo 17.00 RunBackCare (plan@run.example.org) kirjoitti:")]
    [InlineData("W dniu 29.11.2026 o 17:00, RunBackCare pisze:")]
    [InlineData("niedz., 29 lis 2026 o 17:00 RunBackCare <plan@run.example.org> napisał(a):")]
    [InlineData("ne 29. 11. 2026 v 17:00 odesílatel RunBackCare <plan@run.example.org> napsal:")]
    [InlineData("RunBackCare <plan@run.example.org> ezt írta (időpont: 2026. nov. 29., V, 17:00):")]
    [InlineData("În dum., 29 nov. 2026 la 17:00, RunBackCare <plan@run.example.org> a scris:")]
    [InlineData("вс, 29 нояб. 2026 г. в 17:00, RunBackCare <plan@run.example.org>:")]
    [InlineData("29.11.2026 17:00, RunBackCare пишет:")]
    [InlineData("29 листопада 2026 р. о 17:00 RunBackCare <plan@run.example.org> пише:")]
    [InlineData("Στις Κυρ 29 Νοε 2026 στις 5:00 μ.μ., ο χρήστης RunBackCare <plan@run.example.org> έγραψε:")]
    [InlineData("RunBackCare <plan@run.example.org>, 29 Kas 2026 Paz, 17:00 tarihinde şunu yazdı:")]
    [InlineData("2026年11月29日(日) 17:00 RunBackCare <plan@run.example.org>:")]
    [InlineData("RunBackCare <plan@run.example.org> 于2026年11月29日周日 17:00写道：")]
    [InlineData("在 2026年11月29日，下午5:00，RunBackCare <plan@run.example.org> 写道：")]
    [InlineData("2026년 11월 29일 (일) 오후 5:00, RunBackCare <plan@run.example.org>님이 작성:")]
    [InlineData("Vào CN, 29 thg 11, 2026 vào lúc 17:00 RunBackCare <plan@run.example.org> đã viết:")]
    [InlineData("Pada Min, 29 Nov 2026 pukul 17.00 RunBackCare <plan@run.example.org> menulis:")]
    [InlineData("‫בתאריך יום א׳, 29 בנוב׳ 2026 ב-17:00 מאת RunBackCare <plan@run.example.org>:")]
    public void What_is_quoted_below_a_line_that_says_whose_it_is_is_not_theirs(string attribution)
    {
        Assert.Equal("2, all done", Own($"2, all done\n\n{attribution}\n{Quoted}"));
        Assert.Equal("2, all done", Own($"2, all done\n{attribution}\n{Quoted}"));
        Assert.Equal("2, all done", Own($"{attribution}\n{Quoted}\n2, all done"));
        Assert.Equal("2, all done", Own($"2, all done\r\n\r\n{attribution}\r\n\r\nTue 7\r\nWed 8\r\n"));
    }

    [Theory]
    [InlineData("-----Original Message-----\nFrom: RunBackCare <plan@run.example.org>\nSent: Sunday, November 29, 2026 5:00 PM\nTo: Ann\nSubject: Your week")]
    [InlineData("-----Original Message-----")]
    [InlineData("________________________________\nFrom: RunBackCare <plan@run.example.org>\nSent: Sunday, 29 November 2026 17:00\nTo: Ann <ann@example.org>\nSubject: Your week")]
    [InlineData("From: RunBackCare [mailto:plan@run.example.org]\nSent: 29 November 2026 17:00\nTo: Ann\nSubject: Your week")]
    [InlineData("From: RunBackCare \n<plan+a-very-long-address-that-needs-a-line@run.example.org> \nSent: 29 November 2026 17:00\nTo: Ann\nSubject: Your week")]
    [InlineData("*From:* RunBackCare <plan@run.example.org>\n*Sent:* 29 November 2026 17:00\n*To:* Ann\n*Subject:* Your week")]
    [InlineData("From: RunBackCare\nDate: Sun, 29 Nov 2026 17:00:00 +0100\nSubject: Your week")]
    [InlineData("Date: Sun, 29 Nov 2026 17:00:00 +0100\nFrom: plan@run.example.org\nTo: ann@example.org")]
    [InlineData("-------- Original message --------\nFrom: RunBackCare <plan@run.example.org>\nDate: 29/11/2026 17:00 (GMT+01:00)\nTo: ann@example.org\nSubject: Your week")]
    [InlineData("------- Original Message -------\nOn Sunday, November 29th, 2026 at 17:00, RunBackCare <plan@run.example.org> wrote:")]
    [InlineData("---------- Forwarded message ---------\nFrom: RunBackCare <plan@run.example.org>\nDate: Sun, 29 Nov 2026 at 17:00\nSubject: Your week\nTo: <ann@example.org>")]
    [InlineData("Begin forwarded message:\n\nFrom: RunBackCare <plan@run.example.org>\nSubject: Your week\nDate: 29 November 2026 at 17:00:00 CET\nTo: ann@example.org")]
    [InlineData("---- RunBackCare wrote ----")]
    [InlineData("Von: RunBackCare <plan@run.example.org>\nGesendet: Sonntag, 29. November 2026 17:00\nAn: Ann\nBetreff: Your week")]
    [InlineData("-----Ursprüngliche Nachricht-----\nVon: RunBackCare")]
    [InlineData("-------- Ursprüngliche Nachricht --------")]
    [InlineData("De : RunBackCare <plan@run.example.org>\nEnvoyé : dimanche 29 novembre 2026 17:00\nÀ : Ann\nObjet : Your week")]
    [InlineData("-------- Message d'origine --------\nDe : RunBackCare")]
    [InlineData("-----Mensaje original-----\nDe: RunBackCare")]
    [InlineData("De: RunBackCare <plan@run.example.org>\nEnviado: domingo, 29 de noviembre de 2026 17:00\nPara: Ann\nAsunto: Your week")]
    [InlineData("Da: RunBackCare <plan@run.example.org>\nInviato: domenica 29 novembre 2026 17:00\nA: Ann\nOggetto: Your week")]
    [InlineData("Van: RunBackCare <plan@run.example.org>\nVerzonden: zondag 29 november 2026 17:00\nAan: Ann\nOnderwerp: Your week")]
    [InlineData("Från: RunBackCare <plan@run.example.org>\nSkickat: den 29 november 2026 17:00\nTill: Ann\nÄmne: Your week")]
    [InlineData("Fra: RunBackCare <plan@run.example.org>\nSendt: 29. november 2026 17:00\nTil: Ann\nEmne: Your week")]
    [InlineData("Lähettäjä: RunBackCare <plan@run.example.org>\nLähetetty: sunnuntai 29. marraskuuta 2026 17.00\nVastaanottaja: Ann\nAihe: Your week")]
    [InlineData("Od: RunBackCare <plan@run.example.org>\nWysłano: niedziela, 29 listopada 2026 17:00\nDo: Ann\nTemat: Your week")]
    [InlineData("От: RunBackCare <plan@run.example.org>\nОтправлено: 29 ноября 2026 г. 17:00\nКому: Ann\nТема: Your week")]
    [InlineData("Gönderen: RunBackCare <plan@run.example.org>\nTarih: 29 Kasım 2026 17:00\nKime: Ann\nKonu: Your week")]
    [InlineData("发件人: RunBackCare <plan@run.example.org>\n发送时间: 2026年11月29日 17:00\n收件人: Ann\n主题: Your week")]
    [InlineData("差出人: RunBackCare <plan@run.example.org>\n日時: 2026年11月29日 17:00\n宛先: Ann\n件名: Your week")]
    [InlineData("--- Reply above this line ---")]
    [InlineData("##- Please type your reply above this line -##")]
    [InlineData("Reply above this line.")]
    public void What_stands_below_an_old_mail_s_head_is_not_theirs(string head)
    {
        Assert.Equal("2, all done", Own($"2, all done\n\n{head}\n\nTue 7\nWed 8"));
        Assert.Equal("2, all done", Own($"2, all done\n{head}\nTue 7\n\nWed 8"));
        Assert.Equal("", Own($"{head}\n\nTue 7\nWed 8"));
    }

    [Theory]
    [InlineData("-- \nAnn Berg\nFlat 7")]
    [InlineData("--\nAnn Berg\nFlat 7")]
    [InlineData("-- Ann")]
    [InlineData("--Ann")]
    [InlineData("—\nAnn\nTel. 0171 4711")]
    [InlineData("-Ann")]
    [InlineData("- Ann Berg")]
    [InlineData("_______________\nAnn Berg, 12 Mill Lane")]
    [InlineData("Sent from my iPhone")]
    [InlineData("Sent from my iPhone 7")]
    [InlineData("Sent from my Samsung Galaxy smartphone.")]
    [InlineData("Sent from my Verizon Wireless 4G LTE smartphone")]
    [InlineData("Sent from my mobile device")]
    [InlineData("Sent from Mail for Windows 10")]
    [InlineData("Sent from Mail<https://go.microsoft.com/fwlink/?LinkId=550986> for Windows 10")]
    [InlineData("Sent from Outlook for Android")]
    [InlineData("Sent from Yahoo Mail on Android")]
    [InlineData("Sent from Yahoo Mail. Get the app")]
    [InlineData("Sent from Proton Mail for iOS")]
    [InlineData("Sent with Proton Mail secure email.")]
    [InlineData("Sent via the Samsung Galaxy S21 5G, an AT&T 5G smartphone")]
    [InlineData("Get Outlook for iOS<https://aka.ms/o0ukef>")]
    [InlineData("Get Outlook for Android")]
    [InlineData("Yahoo Mail: Search, Organize, Conquer")]
    [InlineData("Von meinem iPhone gesendet")]
    [InlineData("Gesendet von Outlook für iOS")]
    [InlineData("Gesendet mit der GMX Mail App")]
    [InlineData("Diese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.")]
    [InlineData("Envoyé de mon iPhone")]
    [InlineData("Envoyé à partir de Outlook pour Android")]
    [InlineData("Enviado desde mi iPhone")]
    [InlineData("Enviado do meu iPhone")]
    [InlineData("Inviato da iPhone")]
    [InlineData("Verstuurd vanaf mijn iPhone")]
    [InlineData("Verzonden vanuit Outlook voor Android")]
    [InlineData("Skickat från min iPhone")]
    [InlineData("Sendt fra min iPhone")]
    [InlineData("Lähetetty iPhonesta")]
    [InlineData("Wysłane z iPhone'a")]
    [InlineData("Odesláno z iPhonu")]
    [InlineData("Отправлено с iPhone")]
    [InlineData("Отправлено из мобильной Почты Mail")]
    [InlineData("iPhoneから送信")]
    [InlineData("发自我的iPhone")]
    [InlineData("나의 iPhone에서 보냄")]
    [InlineData("iPhone'umdan gönderildi")]
    [InlineData("This email and any attachments are confidential. If you have 2 minutes, delete it.")]
    [InlineData("CONFIDENTIALITY NOTICE: 7 lines of law")]
    public void What_a_person_signs_with_is_not_read(string closing)
    {
        Assert.Equal("2, all done", Own($"2, all done\n\n{closing}"));
        Assert.Equal("2, all done", Own($"2, all done\n\n{closing}\n\nOn Sun, 29 Nov 2026 at 17:00, RunBackCare <plan@run.example.org> wrote:\n{Quoted}"));
    }

    [Theory]
    [InlineData("2\n\nThanks\nAnn")]
    [InlineData("Tue 3\nWed 0")]
    [InlineData("- Tue 3\n- Wed 0")]
    [InlineData("* Tue 3\n* Wed 0")]
    [InlineData("Hi,\n\nran on Tuesday and Thursday.\n\nPain was 2\n\nBest,\nAnn")]
    [InlineData("On Monday I ran 20 min and my physio wrote me a new plan")]
    [InlineData("On Monday, at 7:30, I ran 20 min.\nPain 2")]
    [InlineData("My doctor wrote: no running")]
    [InlineData("From Monday to Wednesday it was 3")]
    [InlineData("From: bed, to: sofa. 3")]
    [InlineData("Sent from my desk, which is much easier on the back than the sofa. 2")]
    [InlineData("I sent my shoes back, 2")]
    [InlineData("Get well soon was what I needed, 5")]
    [InlineData("Pain: 3\nSleep: 2")]
    [InlineData("Date: Tuesday\nPain: 3")]
    [InlineData("3 - 4")]
    [InlineData("my pain is > 3")]
    [InlineData("numb between my legs\n\nAnn")]
    [InlineData("Original plan was too hard, 4")]
    public void Words_that_only_look_like_marks_stay(string words) => Assert.Equal(words, Own(words));

    [Theory]
    [InlineData("> How bad was it?\n\n3\n\n> All done?\n\nyes", "3\n\nyes")]
    [InlineData("> How bad was it?\n3\n> All done?\nyes", "3\n\nyes")]
    [InlineData("Hi\n\nOn Sun, 29 Nov 2026 at 17:00, RunBackCare <plan@run.example.org> wrote:\n\n> Tue 7\n\n2\n\n> Wed 8\n\nall done\n\n> Thu 9\n", "Hi\n\n2\n\nall done")]
    [InlineData("2\n\n> On 29 Nov 2026, at 17:00, RunBackCare <plan@run.example.org> wrote:\n> \n> Tue 7", "2")]
    [InlineData("2\n\n>> Tue 7\n>>> Wed 8\n> > Thu 9", "2")]
    [InlineData("2\n\nOn Sun, 29 Nov 2026 at 17:00, RunBackCare <plan@run.example.org> wrote:\n> A quoted line that was as long as a line can be before it was broken by\n7 minutes\n> Wed 8\n", "2")]
    [InlineData("> Tue 7\n> Wed 8\n\n2", "2")]
    [InlineData("> Tue 7\n> Wed 8", "")]
    [InlineData("", "")]
    [InlineData("\n\n  \n", "")]
    [InlineData("[cid:image001.png@01D]\n2", "2")]
    [InlineData("2\n\nAB> Tue 7", "2")]
    public void Answers_between_quotes_are_theirs_and_the_quotes_are_not(string text, string own) => Assert.Equal(own, Own(text));

    [Theory]
    [InlineData("-----\nTue 3\nWed 2", "Tue 3\nWed 2")]
    [InlineData("--\nTue 3, Wed 2", "Tue 3, Wed 2")]
    [InlineData("-- \nback 3\n\nThanks\nAnn", "back 3\n\nThanks\nAnn")]
    [InlineData("* * * * *\nskipped Thursday\nfelt heavy\n-----\nAnn Berg\nTel 030 12 34", "skipped Thursday\nfelt heavy")]
    [InlineData("________\nSTOP", "STOP")]
    [InlineData("-----\n3\n\nOn Sun, 29 Nov 2026 at 17:00, RunBackCare wrote:\n> Tue 7", "3")]
    public void An_answer_below_a_line_that_somebody_drew_is_theirs(string below, string own) => Assert.Equal($"Good week.\n\n{own}", Own($"Good week.\n{below}"));

    [Theory]
    [InlineData("-- \nAnn Berg\nTel 030 12 34\nOpen Mon-Fri 9-5\nann@example.org")]
    [InlineData("-----\n5k PB 24:10, 10k 51 min")]
    [InlineData("______\nDr. A. Berg | Level 3 | Suite 5\n3 Mill Lane, Leeds LS1 4AB")]
    [InlineData("--\nhelp")]
    public void A_signature_below_one_is_neither_read_nor_asked_about(string below)
    {
        var words = OwnWords.Of($"2, all done\n\n{below}");

        Assert.Equal(("2, all done", ""), (words.Own, words.Unsure));
    }

    [Fact]
    public void A_signature_that_a_program_computed_is_not_theirs() => Assert.Equal(
        "pain 3",
        Own("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\npain 3\n-----BEGIN PGP SIGNATURE-----\n\niQIzBAEBCAAdFiEE3\n=5aB2\n-----END PGP SIGNATURE-----\n"));

    [Fact]
    public void What_could_be_either_is_not_read_and_kept_to_be_asked_about()
    {
        var words = OwnWords.Of("Good week.\n-----\nMy days, from flat 4:\nTue 3\nWed 2\n> Tue 7");

        Assert.Equal(("Good week.", "Tue 3\nWed 2"), (words.Own, words.Unsure));
        Assert.Contains("Tue 3", words.Aside, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_lost_what_is_cut_away_stands_aside()
    {
        var words = OwnWords.Of("2\n\n-- \nnumb between my legs\n\nOn Sun, 29 Nov 2026 at 17:00, RunBackCare <plan@run.example.org> wrote:\n> Tue 7");

        Assert.Equal("2", words.Own);
        Assert.Equal("-- \nnumb between my legs\n\nOn Sun, 29 Nov 2026 at 17:00, RunBackCare <plan@run.example.org> wrote:\n> Tue 7", words.Aside);
    }

    private static string Own(string text) => OwnWords.Of(text).Own;
}
