using Regard.Customers;
namespace Regard.Cases;

/// <summary>From the code that a customer holds to the case, or to the case that it goes on in.</summary>
static class CaseReceipts
{
    const int LongestChain = 100;

    /// <summary>One answer for every code that leads nowhere, whatever is wrong with it.</summary>
    static NotFound Missing => new("There is nothing under this code. Please look at your receipt again.");

    public static async Task<long> Number(Session s, string? code)
    {
        if (ReceiptCode.Hash(code) is not { } hash) throw Missing;
        var id = await s.Maybe<Id<Case>?>("select case_id from case_receipts where hash = @hash", new { hash }) ?? throw Missing;
        for (var step = 0; step < LongestChain && await s.Maybe<Id<Case>?>("select into_case_id from case_merges where case_id = @id and undone_at is null", new { id }) is { } next; step++) id = next;
        return await s.Maybe<long?>("select number from case_numbers where case_id = @id", new { id }) ?? throw Missing;
    }
}
