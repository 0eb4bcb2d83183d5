namespace Regard.Cases;

/// <summary>Something was done about a case that is held: its first action is met. For other areas, within their own changes.</summary>
sealed record ActedOnCase(long Number) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number}";

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.Hold(s, Number);
        if (c.IsOpen) await CaseStore.Change(s, c, await CaseClockStore.Change(s, c, clocks => clocks.Met(s.Now, ClockKind.FirstAction)));
        return default;
    }
}
