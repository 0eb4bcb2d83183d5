using Regard.Customers.Intake;
using Regard.Files;
using Regard.Web.Surveys.Waves;
namespace Regard.Web.Customers.Intake;

/// <summary>What a kept file is to be taken as.</summary>
public sealed record IntakeAsked(ImportKind Kind, string? Currency, RowMode Mode, bool DryRun)
{
    public static IntakeAsked Of(string? kind, string? currency, string? mode = null, bool dry = true) => new(
        Enum.TryParse<ImportKind>(kind, ignoreCase: true, out var known) && IntakeColumns.Kinds.Contains(known) ? known : throw new Invalid("Kind", "Say what the file holds."),
        string.IsNullOrWhiteSpace(currency) ? null : currency.Trim(), UploadedFile.Mode(mode), dry);

    public string Query => $"kind={Kind}&currency={Uri.EscapeDataString(Currency ?? "")}&mode={Mode}";

    internal Regard.Customers.Intake.Intake Take(Stream file, string name, long largest) => Make(file, name) with { LargestFile = largest };

    Regard.Customers.Intake.Intake Make(Stream file, string name) => Kind switch
    {
        ImportKind.Customers => new ImportCustomers(file, name, Mode, DryRun),
        ImportKind.Assets => new ImportAssets(file, name, Mode, DryRun),
        ImportKind.Contracts => new ImportContracts(file, name, Mode, DryRun) { Currency = Currency },
        ImportKind.Events => new ImportEvents(file, name, Mode, DryRun) { Currency = Currency },
        ImportKind.Wallets => new ImportWallets(file, name, Mode, DryRun),
        _ => new ImportConsents(file, name, Mode, DryRun),
    };
}
