namespace Regard.Cli.Analyse;

/// <summary>An outcome named as COLUMN=VALUE, such as Churn=Yes.</summary>
sealed record OutcomeValue(string Column, string Value)
{
    public static OutcomeValue Of(string option, string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && at + 1 < text.Length
            ? new(text[..at].Trim(), text[(at + 1)..].Trim()) : throw new Invalid(option, "Write --{0} as column and value, such as Churn=Yes.", option);

    public bool Is(string cell) => cell == Value || (AnalyseOptions.Number(Value) is { } number && AnalyseOptions.Number(cell) == number);
}
