using System.Globalization;
using Regard.Organisation;
namespace Regard.Audit;

/// <summary>Walks the chain from its first row and finds the first that does not fit: changed, taken out or put in.</summary>
public sealed record VerifyAudit : Question<AuditVerdict>
{
    const int Batch = 5000;

    internal override Permission Needs => Permission.SeeAudit;

    internal override async Task<AuditVerdict> Run(Session s)
    {
        await AuditStore.MustSeeAll(s);
        var last = (await s.Maybe<long?>("select last from counters where name = 'audit'")) ?? 0;
        var (number, previous) = (0L, Array.Empty<byte>());
        while (number < last)
        {
            var rows = await s.Many<Row>("""
                select month, number, at, person_id, person_name, origin, operation, subject, outcome, words, hash
                from audit where number > @number and number <= @last
                order by number limit @Batch
                """, new { number, last, Batch });
            if (rows.Count == 0) return new AuditVerdict(number, number + 1);
            foreach (var row in rows)
            {
                if (row.Number != number + 1 || !row.Fits(previous)) return new AuditVerdict(number, number + 1);
                (number, previous) = (row.Number, row.Hash);
            }
        }
        var beyond = await s.Value<long>("select count(*) from audit where number < 1");
        return new AuditVerdict(number, beyond > 0 ? 0 : null);
    }

    sealed record Row
    {
        public required string Month { get; init; }
        public required long Number { get; init; }
        public required DateTimeOffset At { get; init; }
        public Id<Person>? PersonId { get; init; }
        public required string PersonName { get; init; }
        public required string Origin { get; init; }
        public required string Operation { get; init; }
        public string? Subject { get; init; }
        public required string Outcome { get; init; }
        public string? Words { get; init; }
        public required byte[] Hash { get; init; }

        public bool Fits(byte[] previous) =>
            Enum.TryParse<Outcome>(Outcome, out var outcome) && outcome.ToString() == Outcome
            && Month == At.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            && AuditTrail.Hash(new AuditEntry
            {
                Number = Number, At = At, PersonId = PersonId, PersonName = PersonName, Origin = Origin, Operation = Operation, Subject = Subject, Outcome = outcome, Words = Words,
            }, previous).AsSpan().SequenceEqual(Hash);
    }
}

/// <param name="Count">Rows that fit, from the first on.</param>
/// <param name="FirstWrong">The number of the first row that is changed or missing; nothing when the chain is whole.</param>
public sealed record AuditVerdict(long Count, long? FirstWrong)
{
    public bool IsIntact => FirstWrong is null;
}
