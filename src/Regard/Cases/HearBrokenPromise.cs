using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Opens a case for a promise to customers that was found broken; the unit's contact owns it, whoever found it.</summary>
/// <param name="Words">What was promised.</param>
/// <param name="Instead">What happened instead.</param>
sealed record HearBrokenPromise(Id<Case> Key, Id<Unit> UnitId, Text Words, string Instead) : Change<long>
{
    /// <summary>To whom it was promised, where it was one customer.</summary>
    public Id<Customer>? CustomerId { get; init; }

    internal override Permission Needs => Permission.HandleCases;

    internal override async Task<long> Run(Session s)
    {
        var language = s.Caller.Language;
        var heard = await new HearCase
        {
            Key = Key, ForContact = true, Channel = CaseChannel.Check, UnitId = UnitId, CustomerId = CustomerId, Title = Shortened(Regard.Words.Of("Broken promise: {0}", Words.In(language)).In(language)),
            Words = string.Join("\n", Regard.Words.Of("Promised: {0}", Words.In(language)).In(language), Regard.Words.Of("Found instead: {0}", Instead).In(language)),
        }.Run(s);
        if (heard.Receipt is not null) await CaseTold.Owner(s, heard.Number);
        return heard.Number;
    }

    static string Shortened(string title) => title.Length <= HearCase.LongestTitle ? title : $"{title[..(HearCase.LongestTitle - 1)]}…";
}
