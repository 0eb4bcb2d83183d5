using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
namespace Regard.Web.Ui;

/// <summary>What the address of a form answers.</summary>
static class Forms
{
    /// <summary>Onward when the change was made; when not, the page again with what was typed and what is wrong.</summary>
    public static async Task<IResult> Try(Func<Task<IResult>> change, Func<IReadOnlyList<Problem>, Task<IResult>> again)
    {
        try { return await change(); }
        catch (Invalid invalid) { return await again(invalid.Problems); }
        catch (Refused refused) when (!refused.Forbidden) { return await again([new Problem("", refused.Words)]); }
    }

    /// <summary>The page; with status 422 when it says what is wrong.</summary>
    public static IResult Page<T>(object values, IReadOnlyList<Problem>? found = null) where T : IComponent =>
        new RazorComponentResult<T>(values) { StatusCode = found is { Count: > 0 } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };

    /// <summary>What a date input sends; nothing when it is empty or no day.</summary>
    public static DateOnly? Day(string? sent) => DateOnly.TryParseExact(sent, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Today, as the door counts days.</summary>
    public static DateOnly Day(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
