// The list shows a guess already; the browser knows better. Nothing is sent before the person sends the form.
const zones = document.getElementById("time_zone");
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zones && [...zones.options].some((option) => option.value === here)) {
  zones.value = here;
}
