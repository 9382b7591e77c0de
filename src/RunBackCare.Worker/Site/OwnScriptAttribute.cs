namespace RunBackCare.Worker.Site;

/// <summary>On a page that helps itself with a script of ours, and works as well without it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OwnScriptAttribute : Attribute;
