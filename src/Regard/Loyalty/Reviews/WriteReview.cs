using Regard.Customers;
using Regard.Work;
namespace Regard.Loyalty;

/// <summary>Says why a customer was lost; said again, it corrects what was said before, which stays to be read.</summary>
public sealed record WriteReview(Id<Customer> CustomerId, DateOnly LostOn, LossReason? Reason, string? Text, string? Todo) : Change<long>
{
    public const int Longest = 4000;

    internal override Permission Needs => Permission.EditCustomers;
    internal override string Subject => $"{CustomerId} {LostOn:yyyy-MM-dd}";

    internal override IEnumerable<Problem> Check()
    {
        if (Reason is not { } reason || !Enum.IsDefined(reason)) yield return new("Reason", "Choose why the customer left.");
        if (Reason == LossReason.Other && string.IsNullOrWhiteSpace(Text)) yield return new("Text", "Say in your words why the customer left.");
        if (Text?.Length > Longest) yield return new("Text", "Keep it under {0} characters.", Longest);
        if (Todo?.Length > Longest) yield return new("Todo", "Keep it under {0} characters.", Longest);
    }

    /// <returns>The number of the finding: 1 for the first.</returns>
    internal override async Task<long> Run(Session s)
    {
        var loss = await ReviewStore.InCare(s, CustomerId, LostOn, Permission.EditCustomers);
        if (loss.Review is null) await s.Write("""
            insert into lost_reviews (customer_id, lost_on, id, unit_id, segment, grade, found_at, finding) values (@CustomerId, @LostOn, @id, @UnitId, @Segment, @grade, @Now, 0)
            on conflict (customer_id, lost_on) do nothing
            """, new { CustomerId, LostOn, id = Id<LostReview>.New(s.Now), loss.UnitId, loss.Segment, grade = await ReviewStore.GradeAt(s, CustomerId, LostOn), s.Now });
        var number = await s.Value<long>("update lost_reviews set finding = finding + 1 where customer_id = @CustomerId and lost_on = @LostOn returning finding", new { CustomerId, LostOn });
        await s.Write("""
            insert into review_findings (customer_id, lost_on, number, reason, words, todo, written_by, written_at) values (@CustomerId, @LostOn, @number, @reason, @words, @todo, @Person, @Now)
            """, new { CustomerId, LostOn, number, reason = Reason.ToString(), words = Text?.Trim() ?? "", todo = Todo?.Trim() ?? "", s.Caller.Person, s.Now });
        if (number == 1 && loss.Review?.DueOn is not null) await new SettleWorkItem(WorkKind.LostCustomer, loss.Review.Id.Value).Run(s);
        return number;
    }
}
