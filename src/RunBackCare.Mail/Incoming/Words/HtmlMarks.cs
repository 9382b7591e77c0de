using AngleSharp.Dom;

namespace RunBackCare.Mail.Incoming.Words;

/// <summary>By which names mail programs mark what is not written anew.</summary>
internal static class HtmlMarks
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
        "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
    };

    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal) { "script", "style", "head", "title", "meta", "link", "template", "noscript", "object", "svg", "select", "textarea" };

    /// <summary>Containers of quotes and signatures, by class.</summary>
    private static readonly HashSet<string> Classes = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail_signature", "gmail_signature_prefix", "moz-signature", "moz-forward-container", "moz-email-headers-table", "yahoo_quoted", "yahoo-quoted-begin", "protonmail_quote", "protonmail_signature_block",
        "tutanota_quote", "zmail_extra", "messagereplysection", "mail_android_quote", "aolmail_quote", "email_quote", "mailspring-quote", "nylas-quote", "front-quote", "front-blockquote", "freshdesk_quote",
        "hubspot_quote", "intercom-quote", "missive_quote", "polymail-quote", "sh-signature", "mailbox_signature", "signature", "airmail_ext_on", "replyheader", "quoteheader", "ms-outlook-mobile-reference-message",
        "ms-outlook-mobile-signature", "outlookmessageheader", "cm_quote", "quoted-text", "hey_quote", "apple-mail-signature", "skyway-quote", "wc-quote", "ydp-quoted", "fastmail-quote", "mcntquote",
    };

    /// <summary>The same by id, as it stands or as it begins: programs put marks of their own before or behind.</summary>
    private static readonly string[] Ids =
    [
        "applemailsignature", "ms-outlook-mobile-signature", "mail-editor-reference-message-container", "reply-intro", "orig_quote", "ymail_android_signature", "signature", "composer_signature", "x_signature",
        "x_applemailsignature", "yahoo_quoted", "qt", "composer_quote", "edo-message", "edo-original", "isforwardcontent", "replybody",
    ];

    /// <summary>Everything from here on is the old mail, though nothing encloses it.</summary>
    private static readonly HashSet<string> Beginnings = new(StringComparer.OrdinalIgnoreCase) { "divRplyFwdMsg", "x_divRplyFwdMsg", "appendonsend", "x_appendonsend", "stopSpelling", "replySplit", "ms-outlook-mobile-body-separator-line", "reply-separator" };

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    public static bool IsUnseen(IElement element) => Unseen.Contains(element.LocalName) || IsHidden(element);

    public static bool IsQuote(IElement element) =>
        element.LocalName == "blockquote"
        || element.ClassList.Any(Classes.Contains)
        || (element.Id is { Length: > 0 } id && Array.Exists(Ids, i => id.StartsWith(i, StringComparison.OrdinalIgnoreCase) && !(i == "qt" && id.Length > 2)))
        || (element.GetAttribute("name") is { } name && name.Equals("quote", StringComparison.OrdinalIgnoreCase))
        || IsWholeGmailQuote(element);

    public static bool BeginsTheRest(IElement element) =>
        (element.Id is { } id && Beginnings.Contains(id)) || (element.LocalName == "div" && HasOutlookRule(element));

    /// <summary>A forward, or a quote without the box that marks one; where there is such a box, an answer may stand below it.</summary>
    private static bool IsWholeGmailQuote(IElement element) =>
        element.ClassList.Any(c => c is "gmail_quote" or "gmail_quote_container" or "gmail_extra") && element.QuerySelector("blockquote") is null;

    /// <summary>Outlook draws a line above the old mail's head and marks it in no other way.</summary>
    private static bool HasOutlookRule(IElement element)
    {
        var style = element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal);
        return style is { Length: < 300 } && style.Contains("border:none", StringComparison.OrdinalIgnoreCase) && style.Contains("border-top:solid", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;
}
