using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Brings what is known of a case up to date. What is left out stays as it is; an empty text empties.</summary>
/// <param name="Revision">Of the case as it was read; when somebody has changed it since, nothing is saved.</param>
public sealed record EditCase(long Number, long? Revision = null) : Change<Done>
{
    public string? Title { get; init; }
    public string? CustomersView { get; init; }
    public string? OurFacts { get; init; }
    public CaseKind? Kind { get; init; }
    public Wish? Wants { get; init; }
    public Severity? Severity { get; init; }
    public int? Anger { get; init; }
    public Fault? Fault { get; init; }
    public Cause? Cause { get; init; }
    public MarketingMix? Mix { get; init; }
    public Id<Unit>? UnitId { get; init; }
    /// <summary>Who it is from, once that is known.</summary>
    public Id<Customer>? CustomerId { get; init; }
    public Id<Person>? AboutId { get; init; }
    public string? ContactName { get; init; }
    public string? ContactEmail { get; init; }
    public string? ContactPhone { get; init; }
    public string? LanguageTag { get; init; }
    /// <summary>By its name on the list, the day on which it wants the answer is set with it, unless one is given.</summary>
    public string? Body { get; init; }
    public string? BodyReference { get; init; }
    public DateTimeOffset? StatutoryDueAt { get; init; }

    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number}";

    internal override IEnumerable<Problem> Check()
    {
        if (Title is not null && string.IsNullOrWhiteSpace(Title)) yield return new(nameof(Title), "Say what it is about.");
        if (Anger is < 0 or > Case.MostAnger) yield return new(nameof(Anger), "Between {0} and {1}.", 0, Case.MostAnger);
        foreach (var (field, text, longest) in new[]
        {
            (nameof(Title), Title, HearCase.LongestTitle), (nameof(CustomersView), CustomersView, CaseTexts.Longest), (nameof(OurFacts), OurFacts, CaseTexts.Longest), (nameof(ContactName), ContactName, HearCase.LongestName),
            (nameof(ContactEmail), ContactEmail, HearCase.LongestName), (nameof(ContactPhone), ContactPhone, HearCase.LongestName), (nameof(Body), Body, HearCase.LongestName), (nameof(BodyReference), BodyReference, HearCase.LongestName),
        })
            if (text?.Length > longest) yield return new(field, "At most {0} characters.", longest);
    }

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number);
        // Taking it in hand has counted as one change already.
        if (Revision is { } read && read != c.Revision - 1) throw new Refused("Somebody else changed this case just now. Nothing was saved; look again and try once more.");
        if (StatutoryDueAt < s.Now) throw new Invalid(nameof(StatutoryDueAt), "This moment is over already.");
        if (UnitId is { } unit && unit != c.UnitId) await HearCase.DemandUnit(s, unit);
        var before = c;
        if (CustomerId is { } customer) c = await CaseKey.Belong(s, c, customer);
        var listed = await BodyStore.Named(s, Body);
        var edited = await Handed(s, Edited(c) with { Body = listed?.Name ?? Or(Body, c.Body) });
        var answerDue = StatutoryDueAt ?? (listed is null || listed.Name == c.Body ? null : listed.DueFrom(s.Now, await CalendarStore.Of(s, edited.UnitId)));
        if (answerDue is not null || Retimes(before, edited))
        {
            var rules = await CaseStore.Rules(s, c.RulesNumber);
            edited = await CaseClockStore.Change(s, edited, clocks => clocks.Retimed(edited, rules, s.Now).WithStatutory(s.Now, answerDue));
            if (edited.Anger == Case.MostAnger && c.Anger < Case.MostAnger) await CaseCallBacks.Put(s, edited, rules);
        }
        await CaseStore.Change(s, c, edited);
        await CaseStore.Reword(s, edited);
        return default;
    }

    Case Edited(Case c) => c with
    {
        Title = CaseTexts.Plain(Title) ?? c.Title, CustomersView = CustomersView?.Trim() ?? c.CustomersView, OurFacts = OurFacts?.Trim() ?? c.OurFacts, Kind = Kind ?? c.Kind, Wants = Wants ?? c.Wants, Severity = Severity ?? c.Severity,
        Anger = Anger ?? c.Anger, Fault = Fault ?? c.Fault, Cause = Cause ?? c.Cause, Mix = Mix ?? c.Mix, UnitId = UnitId ?? c.UnitId, AboutId = AboutId ?? c.AboutId, IsOwnMistake = c.IsOwnMistake && (AboutId is null || AboutId == c.AboutId),
        ContactName = Or(ContactName, c.ContactName), ContactEmail = Or(ContactEmail, c.ContactEmail), ContactPhone = Or(ContactPhone, c.ContactPhone), LanguageTag = Or(LanguageTag, c.LanguageTag),
        BodyReference = Or(BodyReference, c.BodyReference), IsMajor = c.IsMajor || Severity == Cases.Severity.Major,
    };

    static bool Retimes(Case c, Case edited) => (c.Kind, c.Severity, c.Anger, c.Grade, c.UnitId) != (edited.Kind, edited.Severity, edited.Anger, edited.Grade, edited.UnitId);

    /// <summary>Where it turns out to be about its owner, it goes to somebody else at once.</summary>
    async Task<Case> Handed(Session s, Case c)
    {
        if (AboutId is not { } about) return c;
        await PersonStore.Find(s, about);
        if (c.SpokespersonId == about && !c.IsOwnMistake) c = c with { SpokespersonId = await CaseCrisis.Speaker(s, c.UnitId, about) ?? c.SponsorId };
        return await CaseOwners.Kept(s, c);
    }

    static string? Or(string? said, string? before) => said is null ? before : CaseTexts.Plain(said);
}
