using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
namespace Regard.Audit;

[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome { Done, Refused }

public static class Outcomes
{
    public static Words Said(this Outcome outcome) => Words.Of(outcome == Outcome.Done ? "Done" : "Refused");
}

/// <summary>Appends to the chain: each row carries the hash of the one before, so that a row changed or taken out shows.</summary>
static class AuditTrail
{
    public static async Task Write(Session s, string operation, string? subject, Outcome outcome, string? words)
    {
        var number = await s.NextNumber("audit");
        var previous = await s.Value<byte[]?>("select hash from audit where number = @before", new { before = number - 1 }) ?? [];
        var entry = new AuditEntry
        {
            Number = number, At = s.Now, PersonId = s.Caller.Person, PersonName = s.Caller.Name, Origin = s.Caller.Origin,
            Operation = operation, Subject = subject, Outcome = outcome, Words = words,
        };
        await s.Write("""
            insert into audit (month, number, at, person_id, person_name, origin, operation, subject, outcome, words, hash)
            values (@Month, @Number, @At, @PersonId, @PersonName, @Origin, @Operation, @Subject, @OutcomeText, @Words, @Hash)
            """, new
        {
            Month = s.Now.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), entry.Number, entry.At, entry.PersonId, entry.PersonName,
            entry.Origin, entry.Operation, entry.Subject, OutcomeText = outcome.ToString(), entry.Words, Hash = Hash(entry, previous),
        });
    }

    public static byte[] Hash(AuditEntry e, byte[] previous) => SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(string.Join('\u001f',
        e.Number, e.At.ToUnixTimeMilliseconds(), e.PersonId, e.PersonName, e.Origin, e.Operation, e.Subject, e.Outcome, e.Words))]);
}
