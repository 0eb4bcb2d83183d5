namespace Regard.Cases;

/// <summary>It goes on without the customer's answer, or the answer came by another way.</summary>
public sealed record ResumeCase(long Number) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number}";

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number);
        if (c.State != CaseState.Waiting) throw new Refused("This case waits for nothing.");
        await CaseStore.Change(s, c, await CasePauses.End(s, c));
        return default;
    }
}
