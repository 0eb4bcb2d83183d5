using Regard.Files;
namespace Regard.Tests;

public class CsvCellTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("-2.5", "-2.5")]
    [InlineData("+7", "+7")]
    [InlineData("-1e-3", "-1e-3")]
    [InlineData("-", "'-")]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    public void What_looks_like_a_formula_is_disarmed_and_numbers_stay(string? written, string cell) => Assert.Equal(cell, CsvCell.Guard(written));

    [Fact]
    public void A_cell_with_comma_quote_or_line_break_is_quoted() => Assert.Equal("a,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n", CsvCell.Line("a", "b,c", "say \"hi\"", "two\nlines", null));
}
