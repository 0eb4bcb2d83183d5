using System.Security.Cryptography;
namespace Regard.Organisation;

/// <summary>The proof, printed where the server runs, that the first visitor is the one who started it.</summary>
static class OpeningToken
{
    const string Setting = "opening-token";

    public static async Task<string> Make(Session s)
    {
        var token = Secret.New();
        await s.Write("""
            insert into settings (name, value) values (@Setting, @hash)
            on conflict (name) do update set value = @hash
            """, new { Setting, hash = Convert.ToHexStringLower(Secret.Hash(token)) });
        return token;
    }

    public static async Task<bool> Fits(Session s, string token) =>
        await s.Maybe<string>("select value from settings where name = @Setting", new { Setting }) is { } hash
        && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(hash), Secret.Hash(token.Trim()));

    public static Task Spend(Session s) => s.Write("delete from settings where name = @Setting", new { Setting });
}
