namespace Regard.Cases;

/// <summary>The customer adds a photo, by the code alone. Waiting for the customer ends.</summary>
public sealed record AddPhotoByReceipt(string Code, ReadOnlyMemory<byte> Content, string? Name) : Change<Done>
{
    /// <summary>More in a day are a machine's.</summary>
    const int MostADay = 10;

    internal override Permission Needs => Permission.Public;

    internal override IEnumerable<Problem> Check() => AddCaseFile.Sized(Content);

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.Hold(s, await CaseReceipts.Number(s, Code));
        if (!c.IsOpen) throw new Refused("This matter is closed. Write to us first, then it opens again.");
        if (FileSniff.TypeOf(Content) is not { } type || !type.StartsWith("image/", StringComparison.Ordinal)) throw new Invalid(nameof(Content), "Only photos are taken here, such as JPEG, PNG or HEIC.");
        var today = await s.Value<long>("select count(*) from case_files where customer_id = @CustomerId and case_id = @Id and added_by is null and added_at > @since", new { c.CustomerId, c.Id, since = s.Now.AddDays(-1) });
        if (today >= MostADay) throw new Refused("You have sent many photos today. Please wait until tomorrow, or call us.");
        var language = Languages.FromTag(c.LanguageTag) ?? s.Caller.Language;
        var note = await CaseNotes.Put(s, c, CaseNoteKind.Received, Words.Of("Photo: {0}", FileSniff.Named(Name, type)).In(language), CaseChannel.Web);
        await AddCaseFile.Keep(s, c, Content, Name, note);
        await CaseStore.Change(s, c, await CaseNotes.Felt(s, c, CaseNoteKind.Received));
        return default;
    }

    public override string ToString() => nameof(AddPhotoByReceipt);
}
