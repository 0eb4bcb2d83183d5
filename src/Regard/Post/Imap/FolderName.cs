using System.Text;
namespace Regard.Post.Imap;

/// <summary>Names of folders beyond ASCII, as IMAP writes them (RFC 3501, 5.1.3).</summary>
static class FolderName
{
    public static string Write(string name)
    {
        var text = new StringBuilder();
        var wide = new StringBuilder();
        foreach (var c in name)
        {
            if (c is < ' ' or > '~') { wide.Append(c); continue; }
            Flush();
            text.Append(c == '&' ? "&-" : c.ToString());
        }
        Flush();
        return text.ToString();

        void Flush()
        {
            if (wide.Length > 0) text.Append('&').Append(Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(wide.ToString())).TrimEnd('=').Replace('/', ',')).Append('-');
            wide.Clear();
        }
    }
}
