using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Regard.Files;
namespace Regard.Tests.Files;

public class SpssTests
{
    static readonly string[] rows =
    [
        "unit,Q1,Q2,Q3_staff_friendly,sex,w,visited,comment,reason,amount",
        "N1,9,8,10,1,1.5,2031-04-30,等了两小时,price,12.5",
        "S3,7,,6,2,0.5,2031-05-01,,place,-0.25",
        $"N1,10,,,1,1,2031-05-02,{"begin" + string.Concat(Enumerable.Repeat("abcdefghi ", 40))[..280]}0123456789,,1000000.125",
        "S3,3,4,,2,1,,x,place,",
    ];

    public static TheoryData<string> All => [.. AgencyFiles.Names];

    [Theory, MemberData(nameof(All))]
    public void Rows_are_read_whatever_wrote_and_packed_them(string name)
    {
        var lines = Lines(AgencyFiles.Of(name));
        string[] texts = ["long", string.Concat(Enumerable.Repeat("0123456789", 95)), "012345678901234567890123456789", "", "0123456789"];
        Assert.Equal(name == "agency-haven.zsav" ? [.. rows.Zip(texts, (r, t) => $"{r},{t}")] : rows, lines);
    }

    [Theory, MemberData(nameof(All))]
    public void Labels_weights_and_what_is_no_answer_are_read(string name)
    {
        using var table = Table.Of(new MemoryStream(AgencyFiles.Of(name)));
        var book = table.Codebook!;
        Assert.Equal(("SPSS", name.Contains("gb") ? "GB18030" : "UTF-8"), (book.Format, book.Encoding));
        Assert.Equal("服务是否准时", book.Find("q1")!.Label);
        Assert.Equal([("1", "很不满意"), ("10", "很满意"), ("98", "不知道"), ("99", "拒答")], book.Find("Q2")!.Values.Select(v => (v.Value, v.Label)));
        Assert.Equal("The place", book.Find("reason")!.LabelOf("place"));
        Assert.Contains("Q2: 1 times 99 (拒答), which the file declares to be no answer: left empty.", Said(book));
        Assert.Contains("reason: 1 times none, which the file declares to be no answer: left empty.", Said(book));
        if (name == "agency-haven.zsav") return;
        Assert.Equal(["w"], book.Columns.Where(c => c.IsWeight).Select(c => c.Name));
        Assert.True(book.Find("sex")!.IsNominal);
        Assert.False(book.Find("Q1")!.IsNominal);
        Assert.Contains(": The attribute agency of the file or its variables is not kept.", Said(book));
        Assert.Contains(": The title of the file is not kept: Customers 2031", Said(book));
    }

    [Fact]
    public void The_other_byte_order_says_the_same()
    {
        var turned = new SystemFileCopy(AgencyFiles.Of("agency-plain.sav"), turn: true).Made();
        Assert.Equal([0, 0, 0, 2], turned[64..68]);
        Assert.Equal(rows, Lines(turned));
        using var table = Table.Of(new MemoryStream(turned));
        Assert.Equal("拒答", table.Codebook!.Find("Q2")!.LabelOf("99"));
    }

    [Theory]
    [InlineData("UTF-8"), InlineData("GB18030")]
    public void A_file_that_does_not_say_its_encoding_is_read_in_the_one_that_fits(string encoding)
    {
        var plain = AgencyFiles.Of("agency-plain.sav");
        if (encoding == "GB18030") plain = InGb18030(plain);
        var forgetful = new SystemFileCopy(plain, turn: false, forgetEncoding: true).Made();
        using var table = Table.Of(new MemoryStream(forgetful));
        Assert.Equal(encoding, table.Codebook!.Encoding);
        Assert.Equal("等了两小时", Lines(forgetful)[1].Split(',')[7]);
    }

    [Theory, MemberData(nameof(All))]
    public void A_file_cut_short_anywhere_is_refused_in_words_or_has_lost_nothing(string name)
    {
        var (whole, clock) = (AgencyFiles.Of(name), Stopwatch.StartNew());
        var expected = Lines(whole);
        for (var length = 0; length < whole.Length; length += name == "agency.sav" ? 1 : 5)
            if (Read(whole[..length]) is { } lines && length >= 4) Assert.Equal(expected, lines);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1));
    }

    [Theory, MemberData(nameof(All))]
    public void Damaged_bytes_never_make_it_fail_or_hang(string name)
    {
        var (whole, chance, clock) = (AgencyFiles.Of(name), new Random(7), Stopwatch.StartNew());
        var refused = 0;
        for (var round = 0; round < 600; round++)
        {
            var bytes = whole.ToArray();
            for (var flips = 1 + round % 5; flips > 0; flips--) bytes[chance.Next(4, bytes.Length)] = round % 3 == 0 ? (byte)chance.Next(256) : round % 3 == 1 ? (byte)0xFF : (byte)(bytes[chance.Next(bytes.Length)] ^ (1 << chance.Next(8)));
            if (Read(bytes) is null) refused++;
        }
        Assert.InRange(refused, 50, 600);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void What_a_hostile_file_claims_costs_nothing()
    {
        var whole = AgencyFiles.Of("agency.sav");
        var clock = Stopwatch.StartNew();
        for (var at = 64; at + 4 <= whole.Length; at += 4)
            foreach (var claim in (int[])[int.MaxValue, int.MinValue, 1 << 28, -1])
            {
                var bytes = whole.ToArray();
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), claim);
                Read(bytes);
            }
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2));
        Assert.Contains("announces 2147483647 rows and ends in row 5", Refusal([.. whole[..80], 255, 255, 255, 127, .. whole[84..]]));
        Assert.Contains("locked by a password", Refusal([.. new byte[8], .. Encoding.ASCII.GetBytes("ENCRYPTEDSAV"), .. new byte[64]]));
        Assert.Contains("damaged or cut short (near byte", Refusal(whole[..500]));
    }

    static byte[] InGb18030(byte[] utf8)
    {
        // The same number of bytes, so that nothing else moves: the shorter texts are filled with spaces.
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var made = utf8.ToArray();
        foreach (var text in (string[])["服务是否准时", "价格是否公道", "很不满意", "很满意", "不知道", "拒答", "性别", "等了两小时", "男", "女"])
        {
            var (from, to) = (Encoding.UTF8.GetBytes(text), gb18030.GetBytes(text));
            for (var at = made.AsSpan().IndexOf(from); at >= 0; at = made.AsSpan().IndexOf(from))
            {
                made.AsSpan(at, from.Length).Fill((byte)' ');
                to.CopyTo(made, at);
            }
        }
        return made;
    }

    static IReadOnlyList<string> Said(Codebook book) => [.. book.Losses.Select(l => $"{l.Column}: {l.Words}")];
    static string Refusal(byte[] bytes) => Assert.Throws<Invalid>(() => Lines(bytes)).Message;

    /// <summary>Null when it was refused in words; anything else that goes wrong fails the test.</summary>
    static string[]? Read(byte[] bytes)
    {
        try { return Lines(bytes); }
        catch (Invalid) { return null; }
    }

    static string[] Lines(byte[] bytes)
    {
        using var table = Table.Of(new MemoryStream(bytes));
        table.Csv.Position = 0;
        return new StreamReader(table.Csv, Encoding.UTF8, leaveOpen: true).ReadToEnd().Split("\r\n")[..^1];
    }
}
