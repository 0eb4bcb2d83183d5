using Regard.Audit;
namespace Regard.Organisation;

/// <summary>Opens a sign-in for who gave the right password, and counts the wrong ones. Says the same whether or not the e-mail address is known.</summary>
/// <remarks>A wrong password is an answer and not a refusal: what is refused is rolled back, and the count has to stay.</remarks>
public sealed record SignIn(CheckedPassword Password, string Device) : Change<SignInAnswer>
{
    internal override Permission Needs => Permission.Public;

    // Writes its own row, because its outcome is not known by whether it ran.
    internal override bool Audited => false;

    /// <summary>Both steps: compare, then open or count.</summary>
    public static async Task<SignInAnswer> With(Office office, string email, string password, string device, Caller visitor) =>
        await office.Do(new SignIn(await office.Do(new CheckPassword(email, password), visitor), device), visitor);

    internal override async Task<SignInAnswer> Run(Session s)
    {
        var answer = await Answer(s);
        var subject = Email.Problems(Password.Email).Any() ? null : Password.Email;
        await AuditTrail.Write(s, nameof(SignIn), subject, answer.Token is null ? Outcome.Refused : Outcome.Done, answer.Refusal?.ToString());
        return answer;
    }

    async Task<SignInAnswer> Answer(Session s)
    {
        await s.NextNumber("sign-in"); // one after another, so that guesses at the same moment are all counted
        await s.Write("delete from sign_in_failures where last_at < @old", new { old = s.Now - Lockout.Remembered });
        var lockout = await s.Maybe<Lockout>("select failures, last_at, locked_until from sign_in_failures where email = @Email", new { Password.Email }) ?? Lockout.None;
        if (lockout.Locks(s.Now)) return Locked(lockout, s.Now);
        // A password changed between the two steps no longer opens anything.
        if (Password.Person is { } person && await PersonStore.PasswordOf(s, person) == Password.Hash) return await Open(s, person);
        var after = lockout.AfterFailure(s.Now);
        await s.Write("""
            insert into sign_in_failures (email, failures, last_at, locked_until) values (@Email, @Failures, @LastAt, @LockedUntil)
            on conflict (email) do update set failures = @Failures, last_at = @LastAt, locked_until = @LockedUntil
            """, new { Password.Email, after.Failures, after.LastAt, after.LockedUntil });
        return after.Locks(s.Now) ? Locked(after, s.Now) : new() { Refusal = Words.Of("This e-mail address and password do not belong together.") };
    }

    async Task<SignInAnswer> Open(Session s, Id<Person> person)
    {
        var token = Secret.New();
        await s.Write("delete from sign_in_failures where email = @Email", new { Password.Email });
        await s.Write("delete from sign_ins where person_id = @person and (expires_at < @Now or last_seen_at < @idle)", new { person, s.Now, idle = s.Now - Stay.Idle });
        await s.Write("""
            insert into sign_ins (token_hash, person_id, created_at, last_seen_at, expires_at, device)
            values (@hash, @person, @Now, @Now, @expires, @device)
            """, new { hash = Secret.Hash(token), person, s.Now, expires = s.Now + Stay.Longest, device = Device.Length > 200 ? Device[..200] : Device });
        return new() { Token = token };
    }

    static SignInAnswer Locked(Lockout lockout, DateTimeOffset now) => new()
    {
        LockedUntil = lockout.LockedUntil,
        Refusal = Words.Of("Too many wrong passwords. Try again in {0} minutes.", Math.Ceiling((lockout.LockedUntil!.Value - now).TotalMinutes)),
    };
}

/// <summary>A token, or why there is none.</summary>
public sealed record SignInAnswer
{
    public string? Token { get; init; }
    public Words? Refusal { get; init; }
    public DateTimeOffset? LockedUntil { get; init; }
}
