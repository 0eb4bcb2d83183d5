namespace Regard.Organisation;

/// <summary>A new password for the person who asks. Their other sign-ins end; the one with this token goes on.</summary>
public sealed record ChangePassword(string Current, string New, string? Token = null) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override IEnumerable<Problem> Check() => Password.Problems(New).Select(p => p with { Field = nameof(New) });

    internal override async Task<Done> Run(Session s)
    {
        var me = await PersonStore.Find(s, PersonStore.Me(s));
        if (Password.Problems(New, me.Email).Select(p => p with { Field = nameof(New) }).ToList() is { Count: > 0 } problems) throw new Invalid(problems);
        if (!Password.Fits(await PersonStore.PasswordOf(s, me.Id), Current ?? "")) throw new Invalid(nameof(Current), "This is not your current password.");
        await PersonStore.SetPassword(s, me.Id, New);
        await s.Write("delete from sign_ins where person_id = @Id and token_hash <> @hash", new { me.Id, hash = Secret.Hash(Token ?? "") });
        return default;
    }

    public override string ToString() => nameof(ChangePassword);
}
