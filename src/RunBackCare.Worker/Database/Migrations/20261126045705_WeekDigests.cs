using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RunBackCare.Worker.Database.Migrations
{
    /// <inheritdoc />
    public partial class WeekDigests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "digest",
                table: "weeks",
                type: "jsonb",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "digest",
                table: "weeks");
        }
    }
}
