namespace Regard.Loyalty;

/// <summary>What a working out knows of one customer before grades and models. Days are day numbers; money in the smallest unit of the currency.</summary>
struct CustomerFacts
{
    /// <summary>First and last day with a purchase; 0 for none.</summary>
    public int First, Last;
    public int Purchases;
    /// <summary>Begin of the relation, with a purchase or a contract; 0 for none.</summary>
    public int Birth;
    public long Spent, Profit;
    /// <summary>Within the twelve months up to the day of the working out.</summary>
    public long SpentYear;
    public int PurchasesYear;
    public bool HasProfit;
    /// <summary>What was paid on purchase days after the first; and of those events that carry a profit too, what was paid and what was gained.</summary>
    public long SpentAgain, PricedAgain, ProfitAgain;
    public double? Rhythm;
    /// <summary>Since when the customer counts as lost; 0 for not lost.</summary>
    public int LostOn;
    /// <summary>The first time ever lost; 0 for never.</summary>
    public int FirstLost;
    public CustomerState State;
    /// <summary>Category of the last purchase that names one; -1 for none.</summary>
    public short LastCategory;
    /// <summary>By quarter, as bits: at risk at its beginning, lost within it, come back within it, born within it.</summary>
    public uint AtRisk, Lost, Returned, Born;
}
