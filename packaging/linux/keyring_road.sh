#!/bin/sh
# The whole road by separate commands, as a script of somebody would go it: the first puts the token into the keyring
# of the session, the others find it there. Runs in an empty folder with contacts.csv; ends with the report as JSON.
set -eu
mkfifo told
whatsapp-studio sandbox --speed 60 >told 2>sandbox.log &
sandbox=$!
exec 3<told
trap 'kill "$sandbox"; rm -f told' EXIT
read -r facts <&3
fact() { printf '%s' "$facts" | sed "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/"; }
WHATSAPP_STUDIO_GRAPH_URL=$(fact url)
export WHATSAPP_STUDIO_GRAPH_URL
studio() { whatsapp-studio --workspace workspace --json "$@"; }

fact token | studio connect --waba-id "$(fact waba_id)" --phone-number-id "$(fact phone_number_id)" --token-stdin
if grep -rqF "$(fact token)" .; then
    echo "the token stands in a file" >&2
    exit 1
fi
studio templates sync
studio contacts import contacts.csv --country NL --consent marketing=trial
studio campaign create Spring --template spring_offer --language nl --audience all \
    --set 'body.first_name={{ contact.first_name | default: "fietser" }}'
studio campaign send Spring --yes
studio campaign report Spring
