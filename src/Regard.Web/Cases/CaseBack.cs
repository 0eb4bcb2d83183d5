namespace Regard.Web.Cases;

/// <summary>The page that the forms of a case lead back to; its own page where there is none.</summary>
public sealed record CaseBack(string? Path);
