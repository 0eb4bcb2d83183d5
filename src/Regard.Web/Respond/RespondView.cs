using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Web.Respond;

/// <summary>What one page shows to one respondent.</summary>
public sealed record RespondView
{
    public required string Path { get; init; }
    /// <summary>The respondent's key, when their browser keeps no cookie.</summary>
    public Guid? Key { get; init; }
    public required FormDocument Document { get; init; }
    public required int Page { get; init; }
    public required Answers Answers { get; init; }
    public required Language Language { get; init; }
    public Unit? Unit { get; init; }
    public IReadOnlyList<Problem> Found { get; init; } = [];
    public bool IsResumed { get; init; }

    public IReadOnlyList<Language> Languages => [.. Document.Languages.Select(Regard.Languages.FromTag).OfType<Language>()];
    public IReadOnlyList<Item> Items => field ??= [.. AnswerRules.Shown(Document, Answers).Intersect(Document.Pages[Page].Items, ReferenceEqualityComparer.Instance).Cast<Item>()];
    IReadOnlyList<int> Pages => field ??= [.. FormPages.Shown(Document, Answers).Append(Page).Distinct().Order()];
    public int Steps => Pages.Count;
    /// <summary>From 1.</summary>
    public int Step => Pages.Index().First(p => p.Item == Page).Index + 1;
    public bool IsFirst => Step == 1;
    public bool IsLast => Step == Steps;
}
