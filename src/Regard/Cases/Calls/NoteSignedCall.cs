using System.Text.Json;
using Regard.Post.Inbox;
namespace Regard.Cases;

/// <summary>What a telephone system without a token tells of a call, signed with the key that it shares with us.</summary>
/// <param name="Body">As it came, a <see cref="NoteCall"/> in JSON: the signature is of these very signs.</param>
/// <param name="Timestamp">Seconds since 1970.</param>
public sealed record NoteSignedCall(string Body, string Signature, string Timestamp) : Change<CallNoted>
{
    public const int Longest = 16_000;

    internal override Permission Needs => Permission.Public;

    internal override IEnumerable<Problem> Check()
    {
        if (Body.Length > Longest) yield return new(nameof(Body), "At most {0} characters.", Longest);
    }

    internal override async Task<CallNoted> Run(Session s)
    {
        await new DemandSigned(Body, Signature, Timestamp).Run(s);
        var call = Read();
        if (call.Check().ToList() is { Count: > 0 } problems) throw new Invalid(problems);
        return await call.Run(s);
    }

    NoteCall Read()
    {
        try { return JsonSerializer.Deserialize<NoteCall>(Body, JsonSerializerOptions.Web) ?? throw new JsonException(); }
        catch (JsonException) { throw new Invalid(nameof(Body), "This is no JSON that tells of a call."); }
    }

    public override string ToString() => nameof(NoteSignedCall);
}
