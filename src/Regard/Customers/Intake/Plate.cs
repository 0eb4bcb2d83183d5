using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>A licence plate without the spaces, dots and dashes that people write between its parts.</summary>
static class Plate
{
    public static string Read(string text) => string.Concat(Narrow.Digits(text).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
