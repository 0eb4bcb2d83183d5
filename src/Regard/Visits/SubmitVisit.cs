using Regard.Organisation;
using Regard.Standards;
using Regard.Surveys;
using Regard.Work;
namespace Regard.Visits;

/// <summary>What somebody saw in a unit. Sent again under the same key it is the same visit.</summary>
public sealed record SubmitVisit : Change<VisitKept>
{
    /// <summary>Made where it is written down.</summary>
    public required Guid Key { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required VisitKind Kind { get; init; }
    public required Id<FormVersion> FormVersionId { get; init; }
    public Answers Answers { get; init; } = [];
    public Id<Person>? PersonId { get; init; }
    public RoleMet? RoleMet { get; init; }
    public ShiftMet? Shift { get; init; }
    /// <summary>Today, if left out.</summary>
    public DateOnly? Day { get; init; }
    public string Notes { get; init; } = "";
    /// <summary>The order that it fulfils a part of.</summary>
    public Id<VisitOrder>? OrderId { get; init; }
    public IReadOnlyList<SentPhoto> Photos { get; init; } = [];

    internal override Permission Needs => Permission.DoVisits;
    internal override string Subject => $"{Key}";

    internal override IEnumerable<Problem> Check()
    {
        if (Key == Guid.Empty) yield return new("Key", "A visit needs a key of its own.");
        if (!Enum.IsDefined(Kind)) yield return new("Kind", "Choose what kind of visit it is.");
        if (RoleMet is { } role && !Enum.IsDefined(role)) yield return new("RoleMet", "Choose as what somebody was met.");
        if (Shift is { } shift && !Enum.IsDefined(shift)) yield return new("Shift", "Choose in which shift it was.");
        if ((Notes ?? "").Length > Visit.LongestNotes) yield return new("Notes", "At most {0} characters.", Visit.LongestNotes);
        foreach (var problem in VisitPhotos.Problems(Photos)) yield return problem;
    }

    internal override async Task<VisitKept> Run(Session s)
    {
        var me = PersonStore.Me(s);
        if (await Known(s) is { } known) return known.VisitorId == me ? known.Kept : throw new Refused("Somebody else has sent a visit under this key.");
        var sight = await VisitSight.Of(s);
        var unit = sight.Visits.Contains(UnitId) ? sight.Tree.Find(UnitId) : null;
        if (unit is null || !unit.IsOpenOn(s.Today)) throw new Invalid("Unit", "Choose a unit that you may visit.");
        var day = Day ?? await CalendarStore.CompanyDay(s);
        if (day > s.Today.AddDays(1)) throw new Invalid("Day", "The day lies in the future.");
        var form = await new ShowFormVersion(FormVersionId).Run(s);
        await MustBeMet(s, me);
        var (packed, failed) = Read(form);
        var (score, items) = (VisitScore.Of(form.Slots, packed.Ratings), VisitScore.Levels(form.Slots, packed.Ratings).Count());
        if (items == 0) throw new Invalid("", "Nothing was looked at. Answer at least one item.");

        var (id, number) = (new Id<Visit>(Key), await s.NextNumber("visit"));
        var kept = await s.Write("""
            insert into visits (id, number, kind, unit_id, form_version_id, order_id, visitor_id, person_id, role_met, shift, day, ratings, answers, notes, score, items, failed, submitted_at)
            values (@id, @number, @kind, @UnitId, @FormVersionId, @OrderId, @me, @PersonId, @role, @shift, @day, @Ratings, @AnswersJson, @notes, @score, @items, @failed, @Now)
            on conflict (id) do nothing
            """, new
        {
            id, number, kind = Kind.ToString(), UnitId, FormVersionId, OrderId, me, PersonId, role = RoleMet?.ToString(), shift = Shift?.ToString(), day, packed.Ratings, packed.AnswersJson,
            notes = (Notes ?? "").Trim(), score, items = (long)items, failed = (long)failed.Count, s.Now,
        });
        // Two sendings of the same visit at once: the other one was first.
        if (kept == 0) return (await Known(s))!.Kept;
        foreach (var photo in Photos) await VisitPhotos.Keep(s, id, photo);
        await Deliver(s, form, packed.Ratings, day);
        if (OrderId is { } order) await VisitOrders.Settle(s, order, UnitId, me);
        var visit = await VisitStore.Seen(s, number, sight);
        if (unit.Kind != UnitKind.Competitor) await FollowUp(s, visit, failed);
        return new(number, score, items, failed.Count);
    }

    (PackedAnswers, IReadOnlyList<CheckItem>) Read(FormVersion form)
    {
        var problems = AnswerRules.Problems(form.Document, Answers).ToList();
        if (problems.Count > 0) throw new Invalid(problems);
        var packed = PackedAnswers.Pack(form.Document, Answers);
        var failed = VisitScore.Failed(form.Document, packed.Ratings);
        var unseen = failed.Where(i => i.PhotoWhenFailed && Photos.All(p => p.ItemKey != i.Key)).ToList();
        if (unseen.Count > 0) throw new Invalid([.. unseen.Select(i => new Problem($"photo.{i.Key}", "Show by a photo what was not done."))]);
        if (Photos.Any(p => form.Document.Find(p.ItemKey) is null)) throw new Invalid("", "A photo belongs to an item that this form does not have.");
        return (packed, failed);
    }

    async Task MustBeMet(Session s, Id<Person> me)
    {
        if (PersonId is not { } person) return;
        if (person == me) throw new Invalid("PersonId", "Nobody checks on themselves.");
        if ((await VisitPeople.In(s, [UnitId])).All(p => p.PersonId != person)) throw new Invalid("PersonId", "Choose somebody who works there.");
    }

    async Task Deliver(Session s, FormVersion form, byte[] ratings, DateOnly day)
    {
        var standards = await new StandardsByCode(day).Run(s);
        Guid? Against(Slot slot) => form.Document.Find(slot.ItemKey)?.HeldAgainst is { } code && standards.TryGetValue(code, out var id) ? id.Value : null;
        await new PutEncounter(DeliverySource.Visit, new(Key), UnitId, day,
            [.. VisitScore.Levels(form.Slots, ratings).Where(l => !string.IsNullOrEmpty(l.Slot.Indicator)).Select(l => new Delivery(l.Slot.Indicator!, l.Level, Against(l.Slot)))]).Run(s);
    }

    async Task FollowUp(Session s, Visit visit, IReadOnlyList<CheckItem> failed)
    {
        var calendar = await CalendarStore.Of(s, UnitId);
        var head = await VisitHeads.Of(s, UnitId);
        await VisitTold.Tell(s, visit, new[] { PersonId, head }.OfType<Id<Person>>().Where(p => p != visit.VisitorId).Distinct(), calendar);
        if (failed.Count == 0) return;
        var today = VisitHeads.SameDay(calendar, s.Now);
        if (Kind == VisitKind.Hardware)
            foreach (var item in failed) await DefectStore.Add(s, UnitId, item.Title.In(s.Caller.Language), today.AddDays(Defect.UsualDays), head, visit.Id, item.Key);
        else
            await new PutWorkItem(WorkKind.ReCheck, visit.Id.Value, VisitWords.ToReCheck(visit), VisitWords.Path(visit.Number) + "#recheck", UnitId, head, Kind == VisitKind.SelfAudit ? today.AddDays(ReChecks.SelfAuditDays) : today) { Calendar = calendar }.Run(s);
    }

    Task<Row?> Known(Session s) => s.Maybe<Row>("select number, score, items, failed, visitor_id from visits where id = @id", new { id = new Id<Visit>(Key) });

    sealed record Row
    {
        public required long Number { get; init; }
        public double? Score { get; init; }
        public required long Items { get; init; }
        public required long Failed { get; init; }
        public required Id<Person> VisitorId { get; init; }
        public VisitKept Kept => new(Number, Score, Items, Failed);
    }
}

/// <param name="Score">0 to 100 over the items that apply.</param>
/// <param name="Items">How many those are.</param>
/// <param name="Failed">Checks that were not done.</param>
public sealed record VisitKept(long Number, double? Score, long Items, long Failed);
