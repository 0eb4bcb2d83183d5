namespace Regard.Cases;

/// <summary>The customer is asked something without which it cannot go on. The clocks stand still until the answer; a day set by law goes on.</summary>
/// <param name="Asked">What the customer was asked, as the customer reads it too.</param>
public sealed record PauseCase(long Number, string Asked, CaseChannel? Channel = null) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number}";
    internal override IEnumerable<Problem> Check() => CaseTexts.Needed(nameof(Asked), Asked, "Say what the customer was asked.");

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number);
        if (c.State == CaseState.Waiting) throw new Refused("The customer has been asked already; the clocks stand still.");
        await CaseNotes.Put(s, c, CaseNoteKind.Sent, Asked.Trim(), Channel);
        await CaseStore.Change(s, c, await CasePauses.Begin(s, await CaseNotes.Felt(s, c, CaseNoteKind.Sent), Asked.Trim()));
        return default;
    }
}
