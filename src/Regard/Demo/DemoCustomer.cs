namespace Regard.Demo;

/// <summary>One customer of the demo with what is true of them, which no file tells.</summary>
public sealed class DemoCustomer
{
    public required int Number { get; init; }
    public required string ExternalId { get; init; }
    public required DemoCustomerModel.Segment Segment { get; init; }
    public required int Store { get; init; }
    public required DateOnly Since { get; init; }
    /// <summary>Purchases a week while a customer.</summary>
    public required double Rate { get; init; }
    /// <summary>The probability of staying away after a purchase.</summary>
    public required double DropOut { get; init; }
    /// <summary>The mean of what is spent at a time, in yuan.</summary>
    public required double Spend { get; init; }
    /// <summary>Years for which the maintenance contract runs until it is not renewed; null without one.</summary>
    public required int? ContractYears { get; init; }

    /// <summary>Null as long as they come.</summary>
    public DateOnly? GoneOn { get; internal set; }
    public bool Complained { get; internal set; }
    public bool Recovered { get; internal set; }
    public int Purchases { get; internal set; }

    internal Random Chance { get; init; } = null!;
    internal double NextDay { get; set; }
    internal DateOnly? LastDay { get; set; }
    internal bool Told { get; set; }
    internal bool MarketingByPhone { get; set; }
}
