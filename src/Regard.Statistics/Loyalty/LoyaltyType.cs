namespace Regard.Statistics;

/// <summary>Satisfaction and behaviour crossed.</summary>
/// <remarks>Jones and Sasser (1995), Harvard Business Review 73(6), 88-99.</remarks>
public enum LoyaltyType
{
    /// <summary>Satisfied and staying.</summary>
    Loyalist,
    /// <summary>Not satisfied, yet staying: for want of a choice.</summary>
    Hostage,
    /// <summary>Satisfied, yet not staying: goes where it is cheaper.</summary>
    Mercenary,
    /// <summary>Neither satisfied nor staying.</summary>
    Defector,
}
