namespace Regard.Organisation;

/// <summary>Compares a password with the one kept. Slow on purpose, so it is asked outside the change that signs in.</summary>
public sealed record CheckPassword(string Email, string Password) : Question<CheckedPassword>
{
    internal override Permission Needs => Permission.Public;

    internal override async Task<CheckedPassword> Run(Session s)
    {
        var person = await PersonStore.ByEmail(s, Email);
        var hash = person is { LeftAt: null } ? await PersonStore.PasswordOf(s, person.Id) : null;
        var fits = Organisation.Password.Fits(hash, Password ?? "");
        return new CheckedPassword(Organisation.Email.Plain(Email), fits ? person!.Id : null, hash);
    }

    public override string ToString() => nameof(CheckPassword);
}

/// <summary>How a comparison came out. Only <see cref="CheckPassword"/> makes one and only <see cref="SignIn"/> reads it.</summary>
public sealed class CheckedPassword
{
    internal CheckedPassword(string email, Id<Person>? person, string? hash) => (Email, Person, Hash) = (email, person, hash);
    internal string Email { get; }
    internal Id<Person>? Person { get; }
    internal string? Hash { get; }
}
