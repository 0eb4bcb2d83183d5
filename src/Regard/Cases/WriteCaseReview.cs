namespace Regard.Cases;

/// <summary>What was learnt from a case. A major incident does not close without; the newest counts.</summary>
public sealed record WriteCaseReview(long Number, string Words) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number}";
    internal override IEnumerable<Problem> Check() => CaseTexts.Needed(nameof(Words), Words, "Write down what was learnt.");

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number, isOpen: false);
        await s.Write("""
            insert into case_reviews (customer_id, case_id, number, words, written_by, written_at)
            select @CustomerId, @Id, coalesce(max(number), 0) + 1, @words, @Person, @Now from case_reviews where customer_id = @CustomerId and case_id = @Id
            """, new { c.CustomerId, c.Id, words = Words.Trim(), s.Caller.Person, s.Now });
        return default;
    }
}
