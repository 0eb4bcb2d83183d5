namespace Regard.Web.Ui;

/// <summary>Reads what <see cref="TextFields"/> sends.</summary>
static class TextTyped
{
    public static Text Text(this IFormCollection sent, string name) =>
        new(Languages.All.Select(l => (Tag: l.Tag(), Said: sent[$"{name}.{l.Tag()}"].ToString().Trim())).Where(t => t.Said.Length > 0).ToDictionary(t => t.Tag, t => t.Said));
}
