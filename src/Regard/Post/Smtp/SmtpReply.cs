using Regard.Post.Wire;
namespace Regard.Post.Smtp;

/// <summary>What a mail server answers: three digits and lines of words.</summary>
readonly record struct SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    const int MostLines = 200;

    public bool IsGood => Code is >= 200 and < 400;
    public string Words => string.Join(" ", Lines);

    public static async Task<SmtpReply> Read(LineConnection line)
    {
        var lines = new List<string>();
        while (true)
        {
            var said = await line.ReadLine();
            if (said.Length < 3 || !int.TryParse(said.AsSpan(0, 3), System.Globalization.NumberStyles.None, null, out var code) || lines.Count >= MostLines)
                throw new Undeliverable(Regard.Words.Of("The mail server speaks no SMTP."));
            lines.Add(said.Length > 4 ? said[4..] : "");
            if (said.Length == 3 || said[3] != '-') return new(code, lines);
        }
    }
}
