using Regard.Customers;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Customers;

public class MergeTests
{
    [Theory, EachDatabase]
    public async Task A_merged_customer_is_read_as_the_one_that_goes_on_and_parts_again_when_undone(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var manager = g.Company.StoreManager;
        var (a, b, c) = (await g.Add("张三"), await g.Add("张三丰"), await g.Add("Zhang San"));
        foreach (var (id, day) in new[] { (a, "2031-01-01"), (b, "2031-02-01"), (c, "2031-03-01") }) await g.Bought(id, day);
        await g.AddAsset(c, "沪A12345");
        await t.Do(new AddCustomerNote(b, NoteKind.Remark, "of b"), manager);
        await t.Do(new MergeCustomers(b, c), manager);
        await t.Do(new MergeCustomers(a, b), manager);

        foreach (var id in new[] { a, b, c })
        {
            var shown = await t.Do(new ShowCustomer(id), manager);
            Assert.Equal(a, shown.Customer.CustomerId);
            Assert.Equal(3, shown.Timeline.Entries.Count(e => e.Kind == TimelineKind.Event));
            Assert.Equal(("沪A12345", "of b"), (shown.Assets.Single().Plate, shown.Notes.Single().Words));
            Assert.Equal([b, c], shown.Merged.Select(m => m.CustomerId));
        }
        Assert.Single((await t.Do(new FindCustomers(new(), CustomerSort.Newest), manager)).Rows);
        Assert.Equal(2, (await t.Do(new ListMerges(), manager)).Count);

        await t.Do(new UndoMerge(b), manager);
        Assert.Single((await t.Do(new ShowCustomer(a), manager)).Timeline.Entries, e => e.Kind == TimelineKind.Event);
        Assert.Equal(2, (await t.Do(new ShowCustomer(c), manager)).Timeline.Entries.Count(e => e.Kind == TimelineKind.Event));
        await t.Do(new UndoMerge(c), manager);
        Assert.Equal(3, (await t.Do(new FindCustomers(new(), CustomerSort.Newest), manager)).Count);
        Assert.Empty(await t.Do(new ListMerges(), manager));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new UndoMerge(c), manager));
    }

    [Theory, EachDatabase]
    public async Task Merges_that_make_no_sense_are_refused_in_words(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var manager = g.Company.StoreManager;
        var (a, b, c, account, foreign) = (await g.Add("a"), await g.Add("b"), await g.Add("c"), await g.Add("d", kind: CustomerKind.Account), await g.Add("e", unit: g.Company.Store(2)));
        async Task Refuses(Id<Customer> goesOn, Id<Customer> merged, string words) => Assert.Contains(words, (await Assert.ThrowsAsync<Refused>(() => t.Do(new MergeCustomers(goesOn, merged), manager))).Words.ToString());
        await Refuses(a, a, "into itself");
        await Refuses(a, account, "different kinds");
        await t.Do(new MergeCustomers(a, b), manager);
        await t.Do(new MergeCustomers(b, c), manager);
        await Refuses(b, a, "circle");
        await Refuses(c, a, "circle");
        await Refuses(account, b, "already");
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new MergeCustomers(a, foreign), manager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new MergeCustomers(foreign, a), manager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new MergeCustomers(a, new(Guid.NewGuid())), manager));
        await t.Do(new MergeCustomers(a, foreign), g.Company.RegionalManager);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new UndoMerge(foreign), manager));
        await t.Do(new UndoMerge(foreign), g.Company.RegionalManager);
    }
}
