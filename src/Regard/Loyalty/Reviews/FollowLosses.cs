using Regard.Customers;
using Regard.Improvement;
using Regard.Organisation;
using Regard.Work;
namespace Regard.Loyalty;

/// <summary>After a working out: asks why A customers were lost since the one before, and notes who came back.</summary>
sealed record FollowLosses(WorkedOut Found) : Change<int>
{
    const int AtOnce = 500;
    const byte Best = 1;

    internal override Permission Needs => Permission.RunInstallation;
    internal override string Subject => $"{Found.Book.AsOf:yyyy-MM-dd}";

    /// <returns>Losses newly to be looked into.</returns>
    internal override async Task<int> Run(Session s)
    {
        var unfinished = await s.Many<LostReview>($"select {LostReview.Columns} from lost_reviews r where r.retained_on is null and r.lost_again_on is null and r.withdrawn_at is null");
        await NoteReturns(s, unfinished);
        var here = unfinished.Where(r => r.ReturnedOn is null).Select(r => r.CustomerId.Value).ToHashSet();
        return await Ask(s, here);
    }

    async Task NoteReturns(Session s, List<LostReview> unfinished)
    {
        if (unfinished.Count == 0) return;
        var index = await BookIndex.Of(s, Found.Book);
        foreach (var review in unfinished)
        {
            if (!index.TryGetValue(review.CustomerId.Value, out var c)) continue;
            var course = CustomerCourse.Of(Found.Book, c, Found.ChurnRule.DaysOf(Found.Book.Segments[c]));
            var back = WinBack.Of(Found.Book, c, course, review.LostOn);
            var moot = back.Returned is null && review.IsOpen && Found.Facts[c].LostOn == 0;
            if (!moot && (back.Returned, back.Repurchased, back.Retained, back.LostAgain) == (review.ReturnedOn, review.RepurchasedOn, review.RetainedOn, review.LostAgainOn)) continue;
            await s.Write("""
                update lost_reviews set returned_on = @Returned, repurchased_on = @Repurchased, retained_on = @Retained, lost_again_on = @LostAgain, withdrawn_at = @withdrawn
                where customer_id = @CustomerId and lost_on = @LostOn
                """, new { back.Returned, back.Repurchased, back.Retained, back.LostAgain, withdrawn = moot ? s.Now : (DateTimeOffset?)null, review.CustomerId, review.LostOn });
            if (review.IsOpen && review.DueOn is not null) await new SettleWorkItem(WorkKind.LostCustomer, review.Id.Value).Run(s);
        }
    }

    /// <summary>Losses since the working out before, and of ten days before that: what was brought in late is not missed, and a first working out does not flood anybody.</summary>
    async Task<int> Ask(Session s, HashSet<Guid> followed)
    {
        var asOf = Found.Book.AsOf;
        var before = (await s.Many<DateOnly>("select as_of from workings order by number desc limit 1 offset 1")).FirstOrDefault(asOf);
        var from = (before < asOf ? before : asOf).AddDays(-LostReview.DueDays).DayNumber;
        var quarters = Quarters.Of(Found.Book);
        var lost = new List<int>();
        for (var c = 0; c < Found.Book.Count; c++)
            if (Found.Facts[c].LostOn is var day && day > from && quarters.Of(day) is >= 0 and var q && Found.Grades.AtBegin[q][c] == Best && !followed.Contains(Found.Book.Keys[c])) lost.Add(c);
        if (lost.Count == 0) return 0;

        var numbers = new Dictionary<Guid, long>();
        foreach (var some in lost.Chunk(AtOnce))
            foreach (var row in await s.Many<Numbered>($"select customer_id, number from customers where {s.Dialect.Among("customer_id", "some")}", new { some = s.Dialect.Keys(some.Select(c => Found.Book.Keys[c])) }))
                numbers[row.CustomerId.Value] = row.Number;
        var (owners, root) = (await PlanOwners.Today(s), (await UnitStore.Tree(s, s.Today)).Roots[0].Id);
        var (calendars, asked) = (await CalendarStore.All(s), 0);
        foreach (var c in lost)
        {
            var (id, key, lostOn) = (Id<LostReview>.New(s.Now), new Id<Customer>(Found.Book.Keys[c]), DateOnly.FromDayNumber(Found.Facts[c].LostOn));
            var unit = Found.Book.UnitOf[c] >= 0 ? Found.Book.Units[Found.Book.UnitOf[c]].Id : (Id<Unit>?)null;
            var due = s.Today.AddDays(LostReview.DueDays);
            var isNew = await s.Write("""
                insert into lost_reviews (customer_id, lost_on, id, unit_id, segment, grade, due_on, found_at, finding)
                values (@key, @lostOn, @id, @unit, @segment, @grade, @due, @Now, 0) on conflict (customer_id, lost_on) do nothing
                """, new { key, lostOn, id, unit, segment = Found.Book.Segments[c], grade = GradeCourse.Letter(Best), due, s.Now });
            if (isNew == 0) continue;
            var title = Said.InAll(l => Words.Of("Review why customer no. {0} was lost", numbers.GetValueOrDefault(key.Value)).In(l));
            await new PutWorkItem(WorkKind.LostCustomer, id.Value, title, $"/loyalty/reviews/{key}/{lostOn:yyyy-MM-dd}", unit ?? root, owners.Of(unit ?? root), due) { Calendar = calendars.Of(unit ?? root) }.Run(s);
            asked++;
        }
        return asked;
    }

    sealed record Numbered
    {
        public required Id<Customer> CustomerId { get; init; }
        public required long Number { get; init; }
    }
}
