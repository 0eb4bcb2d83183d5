namespace Regard.Statistics;

/// <summary>Why a matrix admits no solution.</summary>
enum PathFault
{
    /// <summary>Formative items determine one another.</summary>
    Items,
    /// <summary>A composite has no variance (or a negative one, from pairwise covariances).</summary>
    Composite,
    /// <summary>The sources of a construct determine one another.</summary>
    Sources,
    /// <summary>Consistent PLS: a reliability of 0 or less.</summary>
    Unreliable,
    /// <summary>Consistent PLS: corrected correlations that cannot be.</summary>
    Corrected,
}
