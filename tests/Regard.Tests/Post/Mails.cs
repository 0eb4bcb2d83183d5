using System.Text;
namespace Regard.Tests.Post;

/// <summary>Mails as they come, written down by hand after what real programs send.</summary>
static class Mails
{
    static Mails() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));

    public static byte[] Plain(string from = "li.na@example.com", string id = "<plain.1@example.com>", string more = "", string subject = "Broken seat", string body = "The seat is broken.") => Bytes($"""
        Return-Path: <{from}>
        Date: Sun, 22 Nov 2026 18:47:42 +0800
        From: "Li, Na" <{from}>
        To: care@regard.test
        Subject: {subject}
        Message-ID: {id}
        {more}MIME-Version: 1.0

        {body}
        """);

    /// <summary>As Chinese mail programs send it: GB2312 named, GB18030 meant, an alternative within a mixed, a file with an encoded name.</summary>
    public static byte[] Chinese()
    {
        var gb = Encoding.GetEncoding("gb18030");
        string Base64(string text) => Convert.ToBase64String(gb.GetBytes(text));
        return Bytes($"""
            From: =?gb2312?B?{Base64("李娜")}?= <LI.NA@qq.example>
            To: care@regard.test, "=?gb18030?B?{Base64("客服，中心")}?=" <desk@regard.test>
            Subject: =?gb2312?B?{Base64("座椅坏了，")}?=
             =?gb2312?B?{Base64("请处理😠")}?=
            Date: Sun, 22 Nov 2026 18:47:42 +0800 (CST)
            Message-ID: <tencent_1@qq.example>
            X-Priority: 3
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="----=_NextPart_6A01"

            This is a multi-part message in MIME format.

            ------=_NextPart_6A01
            Content-Type: multipart/alternative;
            	boundary="----=_NextPart_6A02";

            ------=_NextPart_6A02
            Content-Type: text/plain; charset="gb2312"
            Content-Transfer-Encoding: base64

            {Base64("座椅坏了。\r\n镕鎔堃")}
            ------=_NextPart_6A02
            Content-Type: text/html; charset="gb18030"
            Content-Transfer-Encoding: base64

            {Base64("<div>座椅坏了。</div>")}
            ------=_NextPart_6A02--

            ------=_NextPart_6A01
            Content-Type: application/octet-stream; charset="gb18030"; name="=?gb18030?B?{Base64("发票.pdf")}?="
            Content-Disposition: attachment; filename="=?gb18030?B?{Base64("发票.pdf")}?="
            Content-Transfer-Encoding: base64

            JVBERi0xLjQK
            ------=_NextPart_6A01--
            """);
    }

    public static byte[] Html() => Bytes("""
        From: customer@example.com
        Subject: =?utf-8?q?Caf=C3=A9_=E2=80=94_again?=
        Message-ID: <html.1@example.com>
        Content-Type: multipart/related; boundary=b1

        --b1
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        <html><head><title>x</title><style>p { color: red }</style></head><body=
        ><p>First &amp; last</p><p>caf=C3=A9<br>two</p><script>alert(1 < 2)</script=
        ><table><tr><td>a</td><td>b</td></tr></table><img src=3D"cid:1"></body></html>
        --b1
        Content-Type: image/png
        Content-ID: <1>
        Content-Disposition: inline; filename*0*=utf-8''%E5%BA%A7; filename*1*=%E6%A4%85.png
        Content-Transfer-Encoding: base64

        iVBORw0KGgo=
        --b1--
        """);

    public static byte[] Bounce(string original) => Bytes($"""
        Return-Path: <>
        From: Mail Delivery System <MAILER-DAEMON@mail.example.com>
        To: care@regard.test
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        Message-ID: <bounce.1@mail.example.com>
        Content-Type: multipart/report; report-type=delivery-status; boundary="B/1"

        --B/1
        Content-Type: text/plain

        I'm sorry.
        --B/1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.com

        Final-Recipient: rfc822; Nobody@nowhere.example
        Action: failed
        Status: 5.1.1
        --B/1
        Content-Type: message/rfc822

        From: care@regard.test
        To: nobody@nowhere.example
        Subject: hello
        Message-ID: {original}

        text
        --B/1--
        """);

    public static IEnumerable<byte[]> All() => [Plain(), Chinese(), Html(), Bounce("<x@y>")];
}
