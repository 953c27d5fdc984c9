using System.Data;
using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Analytics.Pipeline;
using Analytics.Targets;
using Analytics.Workbooks;
using ExcelDataReader;

namespace Analytics.Cli.Tests.Targets;

/// <summary>The lists from orders and scores made by hand: who is on them, in which order, and how each format is read back.</summary>
public sealed class TargetListTests : IClassFixture<TargetListTests.Listed>, IDisposable
{
    private const string Hostile = "=HYPERLINK(\"http://x\")|+1;2";
    private readonly Listed _listed;
    private readonly DbTransaction _undo;

    public TargetListTests(Listed listed)
    {
        _listed = listed;
        _undo = listed.Connection.BeginTransaction();
    }

    /// <summary>One warehouse with its lists; what a test changes in it is undone after the test.</summary>
    public sealed class Listed : IDisposable
    {
        private readonly CommandLine _place = new();
        private readonly WarehouseBuild _build;

        public Listed()
        {
            // Each orders every 30 days but "silent", whose last order lies five usual gaps back.
            var orders = from customer in (string[])["silent", "star", "rising", "calm", Hostile]
                         from month in Enumerable.Range(0, customer == "silent" ? 20 : 25)
                         select $"\"{customer.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{new DateOnly(2024, 1, 1).AddDays(30 * month):yyyy-MM-dd},{(customer == "star" ? 500 : 100)}";
            _place.Write("exports/orders.csv", "customer,date,amount\n" + string.Join('\n', orders));
            // Two at "silent", one of whom refused; "star" has one who refused, "rising" one who was never asked; nobody is known of the others.
            _place.Write("exports/contacts.csv", "contact id,customer,contact name,job title,email,phone,consent\n1,silent,Ann No,Director,no@silent.example,+33 1 23 45 67 01,no\n2,silent,Bob Yes,Buyer,yes@silent.example,+33 1 23 45 67 02,yes\n3,star,Cleo No,,no@star.example,+33 1 23 45 67 03,no\n4,rising,Dan,,dan@rising.example,,\n");
            _build = WarehouseBuild.Begin(new() { Exports = _place.At("exports"), Output = _place.At("out") });
            _build.LoadFiles();
            _build.ComputeMarts();
            Score("silent", 0.6, 0.1, falling: true, future: false, amount: 200);
            Score("star", 0.1, 0.3, falling: true, future: false, amount: 900);
            Score("rising", 0.1, 0.7, falling: false, future: true, amount: 400);
            Score(Hostile, 0.1, 0.8, falling: false, future: true, amount: 700.5);
            Score("calm", 0.1, 0.2, falling: false, future: false, amount: 300);
            _build.ListTargets();
        }

        public DbConnection Connection => _build.Connection;

        public string At(string name) => _place.At(name);

        public void Dispose()
        {
            _build.Dispose();
            _place.Dispose();
        }

        private void Score(string id, double churn, double top, bool falling, bool future, double amount) => Execute(Connection, """
            insert into marts.scores (account_id, as_of, horizon_days, p_churn, p_top20, expected_amount, falling_star, future_2080, reasons)
            select $1, as_of, horizon_days, $2, $3, $4, $5, $6, '[]' from core.horizon
            """, id, churn, top, amount, falling, future);
    }

    [Fact]
    public void Each_customer_is_on_the_list_where_it_is_most_urgent_and_the_dearest_come_first() =>
        Assert.Equal(
            [$"to_call_back 1 silent", "to_develop 1 " + Hostile, "to_develop 2 rising", "to_hold 1 star"],
            Rows("select list || ' ' || position || ' ' || account_id from marts.targets order by list, position"));

    [Fact]
    public void Those_to_develop_are_counted_among_the_kpis() =>
        Assert.Equal(["all: 2 of 5, 0 left out"], Rows("select segment || ': ' || value::int || ' of ' || n || ', ' || excluded || ' left out' from marts.kpis where kpi = 'future_top20' and dimension = 'all' and owner_id is null"));

    [Fact]
    public void What_is_at_stake_is_the_last_year_of_its_orders()
    {
        // "silent" last ordered on 2025-07-24; the 365 days up to then hold 13 orders of 100.
        Assert.Equal(["1300"], Rows("select amount::int::varchar from marts.targets where account_id = 'silent'"));
        // The twelve months up to the last order of all, 2025-12-21, hold 12 orders of 500, and one more on the first day but one.
        Assert.Equal(["6500"], Rows("select amount::int::varchar from marts.targets where account_id = 'star'"));
    }

    [Fact]
    public void Each_next_step_has_its_day()
    {
        // As of Sunday 2025-12-21. The star's usual gap of 30 days is just beginning; Tuesday the 20th of January is the thirtieth day.
        Assert.Equal(
            ["rising 2026-01-20", "silent 2025-12-29", "star 2026-01-20"],
            Rows("select account_id || ' ' || due_at from marts.targets where account_id in ('silent', 'star', 'rising') order by 1"));
        Assert.Equal(new DateTime(2025, 12, 29), Workbook("en").Tables[1].Rows[1][13]);
    }

    [Fact]
    public void The_plan_of_actions_has_a_sheet_where_there_is_anything_to_do()
    {
        // "silent" dropped off; its 13 orders of 100 are at stake.
        var sheets = Workbook("en").Tables;
        Assert.Equal([1.0, "silent", DBNull.Value, "Call and ask what has changed", new DateTime(2025, 12, 29), 1300.0, "Silent for 150 days, its usual gap is 30", DBNull.Value, "silent"], sheets[3].Rows[1].ItemArray);
        var lines = Encoding.UTF8.GetString(Bytes("en", list => list.WriteCsv)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Plan of actions,1,silent,,,,,,,,1300.00,,\"Silent for 150 days, its usual gap is 30\",Call and ask what has changed,2025-12-29,silent,Revenue at stake", lines[^1]);
        Execute("update marts.action_plan set planned_action = '=ring', planned_for = date '2026-01-02'");
        Assert.Equal("=ring (for 2026-01-02)", Workbook("en").Tables[3].Rows[1][7]);
        Execute("delete from marts.action_plan");
        Assert.Equal(4, Workbook("en").Tables.Count);
    }

    [Fact]
    public void Who_refused_e_mails_is_named_and_never_proposed_for_one()
    {
        string[] Of(DataTable table, int row) => [.. Enumerable.Range(2, 4).Select(column => Convert.ToString(table.Rows[row][column], CultureInfo.InvariantCulture)!)];
        var sheets = Workbook("en").Tables;
        // Of two people, the one who agreed.
        Assert.Equal(["Bob Yes (Buyer)", "+33123456702", "yes@silent.example", "agreed"], Of(sheets[1], 1));
        Assert.Equal(["Cleo No", "+33123456703", "", "refused: do not e-mail"], Of(sheets[2], 1));
        Assert.Equal(["Dan", "", "dan@rising.example", "consent not known: ask first"], Of(sheets[0], 2));
        Assert.Equal(["", "", "", ""], Of(sheets[0], 1));
        Assert.DoesNotContain("no@", Encoding.UTF8.GetString(Bytes("en", list => list.WriteCsv)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_workbook_is_read_back_as_written()
    {
        var sheets = Workbook("en").Tables;
        Assert.Equal(["Future 20-80 to develop", "Drop-offs to call back", "Falling stars to hold", "Plan of actions", "How to read this"], sheets.Cast<DataTable>().Select(table => table.TableName));
        var develop = sheets[0];
        Assert.Equal("Chance of entering the top 20%", develop.Rows[0][8]);
        Assert.Equal([1.0, Hostile, 0.8, 700.5, new DateTime(2025, 12, 21)], [develop.Rows[1][0], develop.Rows[1][1], develop.Rows[1][8], develop.Rows[1][9], develop.Rows[1][10]]);
        Assert.Equal("Silent for 150 days, its usual gap is 30.", sheets[1].Rows[1][11]);
        Assert.StartsWith("As of 2025-12-21.", (string)sheets[4].Rows[0][0], StringComparison.Ordinal);
    }

    [Fact]
    public void No_cell_of_the_workbook_is_a_formula_and_its_headings_stay_and_filter()
    {
        using var archive = new ZipArchive(new MemoryStream(Bytes("en", list => list.WriteWorkbook)));
        var sheets = archive.Entries.Where(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal)).Select(Text).ToList();
        Assert.Equal(5, sheets.Count);
        Assert.All(sheets, xml => Assert.DoesNotMatch("<(x:)?f[ >/]", xml));
        Assert.Equal(3, sheets.Count(xml => xml.Contains("state=\"frozen\"", StringComparison.Ordinal) && xml.Contains("autoFilter ref=\"A1:O", StringComparison.Ordinal)));
        Assert.Contains("quotePrefix=\"1\"", Text(archive.Entries.Single(entry => entry.FullName.EndsWith("styles.xml", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_french_text_file_is_in_the_dialect_of_french_spreadsheets()
    {
        var bytes = Bytes("fr", list => list.WriteCsv);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Liste;Rang;Client;Contact;Téléphone;E-mail;Envoi d’e-mails;Ville;Commercial;Probabilité;Montant;Dernière commande;", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Futurs 20-80 à développer;1;\"'=HYPERLINK(\"\"http://x\"\")|+1;2\";;;;;;;0,8;700,50;21/12/2025;", lines[1], StringComparison.Ordinal);
        Assert.Contains("Silence de 150 jours, rythme habituel de 30.", lines[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+33 1 23", "\t=1", "@x", "  -2")]
    public void No_text_of_the_csv_begins_as_a_formula_does(params string[] texts)
    {
        foreach (var text in texts)
        {
            Execute("update marts.targets set owner = $1", text);
            Assert.Contains($",'{text},", Encoding.UTF8.GetString(Bytes("en", list => list.WriteCsv)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_same_lists_give_the_same_bytes_at_any_time()
    {
        var first = (Bytes("fr", list => list.WriteWorkbook), Bytes("fr", list => list.WriteCsv));
        Assert.Equal(first, (Bytes("fr", list => list.WriteWorkbook), Bytes("fr", list => list.WriteCsv)), new BytesComparer());
        Assert.All(Review.Workbooks.Dates(first.Item1), date => Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), date));
    }

    [Fact]
    public void Characters_that_a_workbook_cannot_hold_are_left_out_and_pictures_kept()
    {
        Execute("update marts.targets set owner = $1", "a\u0001b\uFFFEc 😀 <&>");
        Assert.Equal("abc 😀 <&>", Workbook("en").Tables[0].Rows[1][7]);
    }

    [Fact]
    public void Empty_lists_are_written_with_their_headings_and_the_reason()
    {
        Execute("delete from marts.targets");
        Execute("insert into marts.model_notes values ('potential', 1, 'No potential score: too short.', 'Pas de score de potentiel.')");
        var sheets = Workbook("en").Tables;
        Assert.Equal(1, sheets[0].Rows.Count);
        Assert.Contains("No potential score: too short.", sheets[4].Rows.Cast<DataRow>().Select(row => row[0]));
    }

    [Fact]
    public void Both_languages_say_the_same_things_and_french_keeps_its_spaces()
    {
        var (english, french) = (Language.Named("en", typeof(TargetList).Assembly).Texts, Language.Named("fr", typeof(TargetList).Assembly).Texts);
        Assert.Equal(english.Keys, french.Keys);
        Assert.All(french.Values, text => Assert.DoesNotMatch("[^\u00a0\u202f][:;?!%»]|«[^\u00a0]|'", text));
    }

    public void Dispose() => _undo.Dispose();

    private DataSet Workbook(string language)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(Bytes(language, list => list.WriteWorkbook)));
        var data = new DataSet { Locale = CultureInfo.InvariantCulture };
        do
        {
            var table = data.Tables.Add(reader.Name);
            for (var i = 0; i < reader.FieldCount; i++) table.Columns.Add(null, typeof(object));
            while (reader.Read()) table.Rows.Add(Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue).ToArray());
        }
        while (reader.NextResult());
        return data;
    }

    private byte[] Bytes(string language, Func<TargetList, Action<string>> write)
    {
        var path = _listed.At("written");
        write(TargetList.Read(_listed.Connection, language))(path);
        return File.ReadAllBytes(path);
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private List<string> Rows(string sql)
    {
        using var command = _listed.Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }

    private void Execute(string sql, params object[] values) => Execute(_listed.Connection, sql, values);

    private static void Execute(DbConnection connection, string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
        command.ExecuteNonQuery();
    }

    private sealed class BytesComparer : IEqualityComparer<(byte[], byte[])>
    {
        public bool Equals((byte[], byte[]) x, (byte[], byte[]) y) => x.Item1.SequenceEqual(y.Item1) && x.Item2.SequenceEqual(y.Item2);

        public int GetHashCode((byte[], byte[]) obj) => obj.Item1.Length;
    }
}
