using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>After a working out: keeps what satisfaction is worth at each unit, who had a problem without telling, what leads to buying again, and shares of wallet.</summary>
sealed record KeepWorth(WorkedOut Found, IReadOnlyList<(Id<Unit> Unit, string Kind, string Document)> Documents) : Change<Done>
{
    internal override Permission Needs => Permission.RunInstallation;
    internal override string Subject => $"{Found.Book.AsOf:yyyy-MM-dd}";

    internal override async Task<Done> Run(Session s)
    {
        await s.Write("delete from unit_figures where kind in (@worth, @hidden, @propensity, @repurchase, @wallet)",
            new { worth = WorthDocument.Kind, hidden = ProblemDocument.Kind, propensity = PropensityDocument.Kind, repurchase = RepurchaseDocument.Kind, wallet = WalletDocument.Kind });
        if (await LoyaltyStore.LastWorking(s) is not { } working) return default;
        await using var append = s.Dialect.Append(s.Transaction, "unit_figures", "unit_id", "kind", "working_id", "document");
        foreach (var (unit, kind, document) in Documents) await append.Write(unit.Value, kind, working.Id.Value, document);
        await append.Complete();
        return default;
    }
}

/// <summary>Who of those asked within the last twelve months had a problem, and told it.</summary>
public sealed record ProblemDocument
{
    public const string Kind = "problems";

    public required ProblemCount Count { get; init; }
}
