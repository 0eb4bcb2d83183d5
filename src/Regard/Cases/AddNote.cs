namespace Regard.Cases;

/// <summary>Writes down what was said or written: among ourselves, by the customer, to the customer, on the telephone.</summary>
public sealed record AddNote(long Number, CaseNoteKind Kind, string Words, CaseChannel? Channel = null) : Change<Id<CaseNote>>
{
    public const int LongestHeading = 500;

    public string? Heading { get; init; }
    /// <summary>The other side: an address, a number.</summary>
    public string? Party { get; init; }

    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number} {Kind}";
    internal override IEnumerable<Problem> Check() =>
        [.. CaseTexts.Needed(nameof(Words), Words, "Write down what was said."), .. CaseTexts.Optional(nameof(Heading), Heading, LongestHeading), .. CaseTexts.Optional(nameof(Party), Party, HearCase.LongestName)];

    internal override async Task<Id<CaseNote>> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number, isOpen: false);
        var id = await CaseNotes.Put(s, c, Kind, Words.Trim(), Channel, CaseTexts.Plain(Heading), CaseTexts.Plain(Party));
        if (c.IsOpen) await CaseStore.Change(s, c, await CaseNotes.Felt(s, c, Kind));
        return id;
    }
}
