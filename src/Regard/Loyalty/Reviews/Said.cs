namespace Regard.Loyalty;

/// <summary>Texts of our own where users' texts are kept: written down in every language at once.</summary>
static class Said
{
    public static Text InAll(Func<Language, string> said) => new(Languages.All.ToDictionary(l => l.Tag(), said));
}
